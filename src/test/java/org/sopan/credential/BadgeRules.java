package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.platform.Hashes;
import org.sopan.platform.PersonalData;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Programmes;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class BadgeRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final ChangeCertificate change;
    private final Addresses addresses;
    private final Badges badges;
    private final Issuer issuer;
    private final ReadBadge readBadge;
    private final StatusLists lists;
    private final Person learner;
    private final String serial;

    BadgeRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        change = study.changeCertificate;
        addresses = new Addresses(rooms.settings);
        badges = new Badges(rooms.entities);
        issuer = new Issuer(rooms.publishedKeys, addresses, rooms.clock);
        DataIntegrity integrity = new DataIntegrity(rooms.signer, addresses, rooms.clock);
        readBadge = new ReadBadge(
                study.certificates,
                badges,
                new BadgeText(rooms.catalogue, issuer, addresses),
                integrity,
                study.awards,
                rooms.people,
                rooms.caller,
                rooms.randomness,
                rooms.clock);
        lists = new StatusLists(badges, integrity, addresses, rooms.clock);
        learner = rooms.learner("rahima", "nilg");
        serial = earn(learner);
    }

    @Test
    void isVerifiedByAnotherImplementation() {
        assertThat(verifies(badge(serial))).isTrue();
    }

    /** A term that the contexts do not know would be left out of what is signed, and could be changed. */
    @Test
    void isWorthNothingOnceAnyWordIsChanged() {
        String badge = badge(serial);
        String issuers = database.in(issuer::document);
        Matcher text =
                Pattern.compile("(?<=[:,\\[])\"((?:[^\"\\\\]|\\\\.)+)\"(?!:)").matcher(badge);
        Set<String> survived = new TreeSet<>();
        int changed = 0;
        while (text.find()) {
            String forged = badge.substring(0, text.end(1)) + "x" + badge.substring(text.end(1));
            changed++;
            if (isAccepted(forged, issuers)) {
                survived.add(text.group(1));
            }
        }
        assertThat(survived).isEmpty();
        assertThat(changed).isGreaterThan(40);
        assertThat(isAccepted(badge.replace("\"hashed\":false", "\"hashed\":true"), issuers))
                .isFalse();
        assertThat(isAccepted(badge, issuers)).isTrue();
    }

    @Test
    void ofTheWholeProgrammeIsAlignedToTheOutcomesOfAllItsCourses() {
        rooms.publishProgramme(
                Programmes.files(
                        Programmes.PROGRAMME
                                + """
                  - kind: institute
                    title: {en: Institute Certificate, bn: প্রতিষ্ঠান সনদ}
                    scope: programme
                    modules: track
                    conditions: [{lessons: required}, {quizzes: passed}]
                    issue: automatic
                """));
        EnrolmentId advanced = rooms.enrol(learner, "advanced");
        study.read(advanced, "four");
        study.read(advanced, "five");
        String badge = database.in(() -> study.certificates.printedOf(learner.id())).stream()
                .filter(certificate -> "Institute Certificate"
                        .equals(certificate.asPrinted().award().en()))
                .map(certificate -> badge(certificate.serial()))
                .findFirst()
                .orElseThrow();
        assertThat(verifies(badge)).isTrue();
        assertThat(schema().validate(badge, InputFormat.JSON)).isEmpty();
        JsonObject achievement =
                BadgeVerifier.read(badge).getJsonObject("credentialSubject").getJsonObject("achievement");
        assertThat(achievement.getString("id")).isEqualTo("https://sopan.example/api/programme/achievements/institute");
        assertThat(achievement.getJsonArray("alignment").getValuesAs(JsonObject.class))
                .extracting(outcome -> outcome.getString("targetUrl").replaceFirst(".*/courses/(\\w+)/.*", "$1"))
                .contains("basics", "advanced");
        assertThat(achievement.getJsonObject("criteria").getString("narrative")).contains("required lesson");
    }

    private static boolean isAccepted(String badge, String issuers) {
        try {
            return BadgeVerifier.verifies(badge, issuers);
        } catch (IllegalStateException | NoSuchElementException | NullPointerException unreadable) {
            return false;
        }
    }

    @Test
    void saysWhatOpenBadgesAskFor() {
        String badge = badge(serial);
        assertThat(schema().validate(badge, InputFormat.JSON)).isEmpty();
        JsonObject subject = BadgeVerifier.read(badge).getJsonObject("credentialSubject");
        JsonObject achievement = subject.getJsonObject("achievement");
        assertThat(achievement.getString("name")).isEqualTo("Certificate of Completion — Basics");
        assertThat(achievement.getString("id"))
                .isEqualTo("https://sopan.example/api/courses/basics/achievements/completion");
        assertThat(achievement.getJsonObject("criteria").getString("narrative")).contains("required lesson");
        assertThat(achievement.getJsonArray("alignment").getValuesAs(JsonObject.class))
                .allSatisfy(outcome -> assertThat(outcome.getString("targetUrl"))
                        .isEqualTo(
                                "https://sopan.example/api/courses/basics/outcomes/" + outcome.getString("targetCode")))
                .isNotEmpty();
        assertThat(BadgeVerifier.read(badge).getString("validFrom")).isEqualTo("2026-11-22T00:00:00+06:00");
    }

    @Test
    void tellsTheAddressByHashAlone() {
        String badge = badge(serial);
        assertThat(badge).doesNotContain("@sopan.example");
        JsonObject mail = BadgeVerifier.read(badge)
                .getJsonObject("credentialSubject")
                .getJsonArray("identifier")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(each -> each.getString("identityType").equals("emailAddress"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.getString("identityHash"))
                .isEqualTo("sha256$" + Hashes.sha256("rahima@sopan.example" + mail.getString("salt")));
    }

    @Test
    void isSignedOnceAndNeverOtherwiseAgain() {
        String badge = badge(serial);
        rooms.clock.advance(Duration.ofDays(400));
        database.update("update person set name_en = 'Other', email = 'other@sopan.example'");
        database.run(() ->
                rooms.publishedKeys.publish(SigningKey.read(SigningKey.draw()).published()));
        assertThat(badge(serial)).isEqualTo(badge);
        assertThat(verifies(badge)).as("the key of then is still published").isTrue();
        rooms.administrator();
        revoke(serial);
        assertThat(badge(serial)).isEqualTo(badge);
    }

    @Test
    void isOneForTwoWhoAskAtOnce() {
        Set<String> made = ConcurrentHashMap.newKeySet();
        AtOnce.overlap(database, () -> made.add(readBadge.read(serial)), () -> made.add(readBadge.read(serial)));
        assertThat(made).hasSize(1);
        assertThat(database.number("select count(*) from certificate_badge")).isEqualTo(1);
    }

    @Test
    void isForItsHolderAndThoseWhoLookAfterTheInstitute() {
        Acting.learner(rooms.caller, rooms.learner("other", "nilg").id());
        assertThatThrownBy(() -> badge(serial)).isInstanceOf(DomainException.NotFound.class);
        rooms.coordinator("bard");
        assertThatThrownBy(() -> badge(serial)).isInstanceOf(DomainException.NotFound.class);
        rooms.coordinator("nilg");
        String badge = badge(serial);
        Acting.learner(rooms.caller, learner.id());
        assertThat(badge(serial)).isEqualTo(badge);
    }

    @Test
    void setsItsBitInTheSignedListOnceItIsRevokedOrReplaced() {
        badge(serial);
        String second = earn(rooms.learner("second", "nilg"));
        badge(second);
        String third = earn(rooms.learner("third", "nilg"));
        badge(third);
        assertThat(verifies(list(0))).isTrue();
        assertThat(isSet(serial) || isSet(second) || isSet(third)).isFalse();
        rooms.administrator();
        revoke(serial);
        database.run(() -> change.replace(third, LocalizedText.of("Third", "তৃতীয়"), null, "name-correction", null));
        rooms.clock.advance(Duration.ofMinutes(1));
        assertThat(isSet(serial)).isTrue();
        assertThat(isSet(second)).isFalse();
        assertThat(isSet(third)).isTrue();
        assertThat(verifies(list(0))).isTrue();
        assertThatThrownBy(() -> list(1)).isInstanceOf(DomainException.NotFound.class);
        assertThatThrownBy(() -> list(-1)).isInstanceOf(DomainException.NotFound.class);
    }

    @Test
    void isNotMadeOfACertificateThatIsNoLongerValid() {
        rooms.administrator();
        revoke(serial);
        assertThatThrownBy(() -> badge(serial)).hasMessage("certificate-not-valid");
        assertThat(database.number("select count(*) from certificate_badge")).isZero();
    }

    @Test
    void isForgottenWithThePersonButKeepsItsBit() {
        badge(serial);
        int bit = bit(serial);
        rooms.administrator();
        revoke(serial);
        PersonalData data = new CredentialData(rooms.entities);
        PersonalData.Subject subject =
                new PersonalData.Subject(learner.id(), Set.of(learner.id()), Set.of("rahima@sopan.example"));
        database.run(() -> data.erase(subject, "erased@erased.invalid"));
        assertThat(database.number("select count(*) from certificate_badge where content is not null"))
                .isZero();
        assertThat(isSet(bit)).isTrue();
        assertThatThrownBy(() -> badge(serial)).hasMessage("certificate-not-valid");
    }

    @Test
    void fetchesNothing() {
        JsonObject foreign = Json.createObjectBuilder()
                .add("@context", "https://elsewhere.example/context.json")
                .add("name", "x")
                .build();
        assertThatThrownBy(() -> LinkedData.canonical(foreign))
                .hasStackTraceContaining("not bundled: https://elsewhere.example/context.json");
    }

    @Test
    void standsInTheNextListWhenOneIsFull() {
        assertThat(StatusLists.Place.of(131_072)).isEqualTo(new StatusLists.Place(0, 131_071));
        assertThat(StatusLists.Place.of(131_073)).isEqualTo(new StatusLists.Place(1, 0));
    }

    private boolean verifies(String credential) {
        return BadgeVerifier.verifies(credential, database.in(issuer::document));
    }

    private String badge(String of) {
        return database.in(() -> readBadge.read(of));
    }

    private String list(long number) {
        return database.in(() -> lists.list(number));
    }

    private boolean isSet(String of) {
        return isSet(bit(of));
    }

    private int bit(String of) {
        String badge = database.in(() -> badges.find(of)).orElseThrow().content();
        return Integer.parseInt(BadgeVerifier.read(Objects.requireNonNull(badge))
                .getJsonObject("credentialStatus")
                .getString("statusListIndex"));
    }

    /** The first bit is the most significant of the first byte. */
    private boolean isSet(int bit) {
        JsonObject list = BadgeVerifier.read(list(0)).getJsonObject("credentialSubject");
        byte[] packed =
                Base64.getUrlDecoder().decode(list.getString("encodedList").substring(1));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] all = in.readAllBytes();
            assertThat(all).hasSize(131_072 / 8);
            return (all[bit / 8] & 0x80 >> bit % 8) != 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void revoke(String of) {
        database.run(() -> change.revoke(of, "issued-in-error", null));
    }

    private String earn(Person person) {
        EnrolmentId enrolment = rooms.enrol(person, "basics");
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        study.take(enrolment, "m1-first", true);
        return database.in(() -> study.certificates.printedOf(person.id()))
                .get(0)
                .serial();
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                .getSchema(Objects.requireNonNull(BadgeRules.class.getResourceAsStream("open-badge.schema.json")));
    }
}
