package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sopan.identity.Person;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class StatementRules {
    private static final LocalizedText TYPICAL = LocalizedText.of("Mst. Rahima Khatun", "মোছাঃ রহিমা খাতুন");
    private static final LocalizedText LONG = LocalizedText.of(
            "Abu Md. Mohammad Kamruzzaman Chowdhury Siddiquee Talukder Jr",
            "আবু মোঃ মোহাম্মদ কামরুজ্জামান চৌধুরী সিদ্দিকী তালুকদার কনিষ্ঠ");
    private final TestDatabase database;

    StatementRules(TestDatabase database) {
        this.database = database;
    }

    @Test
    void saysWhatIsPrintedAndIsSignedByThePublishedKey() {
        Rooms rooms = rooms(Map.of());
        AsPrinted printed = earn(rooms, TYPICAL).asPrinted();
        String digits = Objects.requireNonNull(printed.statement());
        assertThat(digits).matches("\\d+");
        assertThat(printed.qr()).isEqualTo(printed.verifyUrl() + "#" + digits);
        JsonObject header = StatementReader.header(digits);
        assertThat(header.getString("alg")).isEqualTo("EdDSA");
        assertThat(header.getString("zip")).isEqualTo("DEF");
        PublishedKey key = database.in(() -> rooms.publishedKeys.all()).get(0);
        assertThat(header.getString("kid")).isEqualTo(key.kid());
        assertThat(StatementReader.verifies(digits, new SigningKey.PublicKey(key.kid(), key.x())))
                .isTrue();
        assertThat(StatementReader.said(digits).toString())
                .isEqualTo(("{'s':'" + printed.serial() + "','d':'2026-11-22','ne':'Mst. Rahima Khatun',"
                                + "'nb':'মোছাঃ রহিমা খাতুন','a':'completion','i':'nilg','c':'basics',"
                                + "'te':'Certificate of Completion','tb':'"
                                + printed.award().bn() + "','le':'"
                                + Objects.requireNonNull(printed.course()).en() + "','lb':'"
                                + printed.course().bn() + "'}")
                        .replace('\'', '"'));
    }

    @Test
    void isWorthNothingOnceADigitIsChanged() {
        Rooms rooms = rooms(Map.of());
        String digits = Objects.requireNonNull(earn(rooms, TYPICAL).asPrinted().statement());
        SigningKey.PublicKey key = rooms.signer.publicKey();
        for (int at = 0; at < digits.length() - 4; at += 37) {
            char other = digits.charAt(at) == '1' ? '2' : '1';
            String tampered = digits.substring(0, at) + other + digits.substring(at + 1);
            assertThat(isAccepted(tampered, key)).as("digit %d", at).isFalse();
        }
    }

    private static boolean isAccepted(String digits, SigningKey.PublicKey key) {
        try {
            return StatementReader.verifies(digits, key);
        } catch (IllegalArgumentException | IllegalStateException noStatement) {
            return false;
        }
    }

    @Test
    void tellsASpecimen() {
        String digits = Objects.requireNonNull(
                earn(rooms(Map.of("sopan.demo", "true")), TYPICAL).asPrinted().statement());
        assertThat(StatementReader.said(digits).getInt("x")).isEqualTo(1);
    }

    @Test
    void isMadeAnewForAReplacement() {
        Rooms rooms = rooms(Map.of());
        Study study = new Study(rooms);
        Certificate old = earn(rooms, study, TYPICAL);
        rooms.administrator();
        ChangeCertificate change = new ChangeCertificate(
                study.certificates, study.awards, study.issueCertificate, rooms.caller, rooms.audit, rooms.clock);
        AsPrinted printed = database.in(() -> change.replace(
                        old.serial(), LocalizedText.of("Rahima Begum", "রহিমা বেগম"), null, "name-correction"))
                .asPrinted();
        JsonObject said = StatementReader.said(Objects.requireNonNull(printed.statement()));
        assertThat(said.getString("s")).isEqualTo(printed.serial());
        assertThat(said.getString("ne")).isEqualTo("Rahima Begum");
    }

    @Test
    void fitsAQrCodeOfVersionThirteenWithANameAsMostHave() throws WriterException {
        assertThat(version(earn(rooms(Map.of()), TYPICAL).asPrinted())).isLessThanOrEqualTo(13);
    }

    @Test
    void fitsVersionFifteenWithSixtyCharactersInBothLanguages() throws WriterException {
        assertThat(LONG.en()).hasSize(60);
        assertThat(LONG.bn()).hasSizeGreaterThanOrEqualTo(60);
        Rooms rooms = rooms(Map.of("sopan.url", "https://training.socialprotection.example.gov.bd"));
        AsPrinted printed = earn(rooms, LONG).asPrinted();
        assertThat(version(printed)).isLessThanOrEqualTo(15);
        JsonObject said = StatementReader.said(Objects.requireNonNull(printed.statement()));
        assertThat(said.getString("ne")).isEqualTo(LONG.en());
        assertThat(said.getString("nb"))
                .as("words of the award give way before a name")
                .isEqualTo(LONG.bn());
    }

    @Test
    void shortensANameThatFitsNoPrintableCode() throws WriterException {
        AsPrinted printed = earn(rooms(Map.of()), varied()).asPrinted();
        assertThat(version(printed)).isLessThanOrEqualTo(15);
        JsonObject said = StatementReader.said(Objects.requireNonNull(printed.statement()));
        assertThat(said.getString("nb")).startsWith("আবুল").endsWith("…");
    }

    /** Letters in no order, which deflate as badly as can be. */
    private static LocalizedText varied() {
        Random random = new Random(5);
        StringBuilder en = new StringBuilder("Abul ");
        StringBuilder bn = new StringBuilder("আবুল ");
        for (int i = 0; i < 190; i++) {
            en.append((char) ('a' + random.nextInt(26)));
            bn.append((char) ('ক' + random.nextInt(33)));
        }
        return LocalizedText.of(en.toString(), bn.toString());
    }

    @Test
    void isSignedByTheKeyOfItsDayAndVerifiesAfterAnotherTookItsPlace() {
        Rooms rooms = rooms(Map.of());
        String digits = Objects.requireNonNull(earn(rooms, TYPICAL).asPrinted().statement());
        rooms.clock.advance(Duration.ofDays(30));
        SigningKey next = SigningKey.read(SigningKey.draw());
        database.run(() -> rooms.publishedKeys.publish(next.published()));
        String kid = StatementReader.header(digits).getString("kid");
        PublishedKey old = database.in(() -> rooms.publishedKeys.all()).stream()
                .filter(key -> key.kid().equals(kid))
                .findFirst()
                .orElseThrow();
        assertThat(kid).isNotEqualTo(next.kid());
        assertThat(StatementReader.verifies(digits, new SigningKey.PublicKey(old.kid(), old.x())))
                .isTrue();
    }

    private Rooms rooms(Map<String, String> set) {
        return new Rooms(database, set).withCourses();
    }

    private Certificate earn(Rooms rooms, LocalizedText name) {
        return earn(rooms, new Study(rooms), name);
    }

    private Certificate earn(Rooms rooms, Study study, LocalizedText name) {
        Person learner = rooms.learner("rahima", "nilg");
        database.run(() -> rooms.people
                .find(learner.id())
                .orElseThrow()
                .revise(new Person.Profile(name, null, null, null, null, null)));
        EnrolmentId enrolment = rooms.enrol(learner, "basics");
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        study.take(enrolment, "m1-first", true);
        return database.in(() -> study.certificates.printedOf(learner.id())).get(0);
    }

    private static int version(AsPrinted printed) throws WriterException {
        return Encoder.encode(printed.qr(), ErrorCorrectionLevel.L, Map.of(EncodeHintType.QR_COMPACT, true))
                .getVersion()
                .getVersionNumber();
    }
}
