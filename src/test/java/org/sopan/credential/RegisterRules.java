package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sopan.document.Exports;
import org.sopan.document.PdfDocument;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.platform.Cursors;
import org.sopan.platform.Settings;
import org.sopan.plugins.official.OfficialCertificate;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.spi.certificate.AsPrinted.Memo;
import org.sopan.testing.FixedConfig;
import org.sopan.testing.Rooms;
import org.sopan.testing.SamePrice;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

/** The register as a list, for the archive, and for a ceremony. */
abstract class RegisterRules {
    private static final Memo MEMO = new Memo("০৪.০০.০০০০.৪২২.২৫.১৭", LocalDate.of(2026, 11, 20));
    private static final Register.Wanted ALL = new Register.Wanted(null, null, null, null, null, null, null, null);
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Papers papers;
    private final Register register;
    private final ExportRegister export;
    private final HoldCeremony ceremonies;
    private final PrintCeremony print;
    private final Person administrator;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    RegisterRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        papers = new Papers(rooms.entities);
        register = new Register(rooms.entities, rooms.caller);
        export = new ExportRegister(register, new Cursors(database.source()), rooms.clock);
        ceremonies = new HoldCeremony(rooms.entities, register, rooms.batches);
        print = new PrintCeremony(rooms.clock);
        administrator = rooms.administrator();
    }

    @Test
    void tellsTheHashOfTheStoredBytes() {
        String serial = certified("rahima", "nilg");
        RegisterRow row = only(ALL);
        assertThat(row.serial()).isEqualTo(serial);
        assertThat(row.number()).isEqualTo(1);
        assertThat(row.sha256()).isEqualTo(sha256(paper(serial)));
        assertThat(row.printed()).isNotNull();
    }

    @Test
    void isSearchedByNameSerialInstituteKindAndDay() {
        String serial = certified("rahima", "nilg");
        String other = certified("karim", "bard");
        assertThat(only(words("RAHI")).serial()).isEqualTo(serial);
        assertThat(only(words(other.toLowerCase(java.util.Locale.ROOT).substring(0, 9)))
                        .serial())
                .isEqualTo(other);
        assertThat(only(new Register.Wanted("bard", null, null, null, null, null, null, null))
                        .serial())
                .isEqualTo(other);
        assertThat(list(new Register.Wanted(
                        null, "completion", "basics", null, Certificate.Status.VALID, null, day(22), day(22))))
                .hasSize(2);
        assertThat(list(new Register.Wanted(null, "institute", null, null, null, null, null, null)))
                .isEmpty();
        assertThat(list(new Register.Wanted(null, null, null, null, null, null, day(23), null)))
                .isEmpty();
        assertThat(list(words("100%"))).as("a sign of the query's own").isEmpty();
    }

    @Test
    void pointsBothWaysFromAReplacement() {
        String old = certified("rahima", "nilg");
        String now = database.in(() -> study.changeCertificate.replace(old, null, null, "damaged", null))
                .serial();
        assertThat(list(ALL))
                .extracting(RegisterRow::serial, RegisterRow::replaces, RegisterRow::supersededBy)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(old, null, now),
                        org.assertj.core.groups.Tuple.tuple(now, old, null));
    }

    @Test
    void showsACoordinatorHerInstituteOnly() {
        String own = certified("rahima", "nilg");
        String other = certified("karim", "bard");
        rooms.coordinator("nilg");
        assertThat(list(ALL)).extracting(RegisterRow::serial).containsExactly(own);
        assertThatThrownBy(() -> list(new Register.Wanted("bard", null, null, null, null, null, null, null)))
                .isInstanceOf(NotFound.class);
        assertThat(archive().keySet()).contains("certificates/" + own + ".pdf");
        assertThat(archive().keySet()).noneMatch(name -> name.contains(other));
        assertThatThrownBy(() -> ceremony(ALL, List.of(other))).isInstanceOf(NotFound.class);
    }

    @Test
    void costsTheSameHoweverLongItIs() {
        for (int i = 0; i < SamePrice.MANY; i++) {
            earned("learner-" + i, "nilg");
        }
        Acting.administrator(rooms.caller, administrator.id());
        SamePrice.ofPages(database, size -> register.list(ALL, 0, size));
    }

    @Test
    void isArchivedWithPapersThatMatchTheirHashes() {
        List<String> serials = new ArrayList<>();
        for (String name : List.of("rahima", "karim", "salma")) {
            serials.add(certified(name, "nilg"));
        }
        String waiting = earned("jamal", "nilg");
        Acting.administrator(rooms.caller, administrator.id());
        Map<String, byte[]> archive = archive();
        assertThat(archive.keySet())
                .containsOnly(Stream.concat(
                                Stream.of("README.txt", "register.csv", "SHA256SUMS"),
                                serials.stream().map(serial -> "certificates/" + serial + ".pdf"))
                        .toArray(String[]::new));
        List<String> sums = text(archive, "SHA256SUMS").lines().toList();
        assertThat(sums).hasSize(3);
        for (String line : sums) {
            String[] parts = line.split("  ", 2);
            assertThat(sha256(Objects.requireNonNull(archive.get(parts[1])))).isEqualTo(parts[0]);
        }
        assertThat(text(archive, "register.csv"))
                .startsWith("\uFEFF")
                .contains(serials)
                .contains(waiting)
                .contains("নাম rahima");
        assertThat(text(archive, "README.txt")).contains("sha256sum -c", "নিবন্ধন বই");
    }

    @Test
    void isArchivedInPartsWithoutLosingAPaper() {
        String first = certified("rahima", "nilg");
        for (int i = 0; i < 205; i++) {
            copy(first, Serial.draw(new java.util.Random(i)::nextInt), i);
        }
        assertThat(archive().keySet().stream().filter(name -> name.startsWith("certificates/")))
                .hasSize(206);
    }

    @Test
    void isPrintedForACeremonyInTheOrderOfItsList() throws IOException {
        String salma = certified("salma", "nilg");
        String karim = certified("karim", "bard");
        String anwar = certified("anwar", "nilg");
        HoldCeremony.Ceremony ceremony = ceremony(ALL, List.of());
        assertThat(ceremony.rows()).extracting(RegisterRow::serial).containsExactly(karim, anwar, salma);
        try (PDDocument pdf = Loader.loadPDF(written(print.pdf(ceremony, Language.EN)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(4);
            String words = new PDFTextStripper().getText(pdf);
            assertThat(words).contains("List of certificates", MEMO.number(), "20 November 2026", "Rural Development");
            assertThat(words.indexOf("karim")).isLessThan(words.indexOf("anwar"));
        }
        try (PDDocument bangla = Loader.loadPDF(written(print.pdf(ceremony, Language.BN)))) {
            assertThat(new PDFTextStripper().getText(bangla)).contains("সনদপ্রাপ্তদের তালিকা", "মোট ৩টি সনদ");
        }
    }

    @Test
    void isPackedForACeremonyWithTheStoredBytes() throws IOException {
        String karim = certified("karim", "bard");
        String salma = certified("salma", "nilg");
        Map<String, byte[]> zip = unzipped(written(print.zip(ceremony(ALL, List.of(salma, karim)), Language.BN)));
        assertThat(zip.keySet())
                .containsExactly(
                        "award-list.bn.pdf",
                        "award-list.en.pdf",
                        "award-list.xlsx",
                        "certificates/001-" + karim + ".pdf",
                        "certificates/002-" + salma + ".pdf");
        assertThat(zip.get("certificates/002-" + salma + ".pdf")).isEqualTo(paper(salma));
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(Objects.requireNonNull(zip.get("award-list.xlsx"))))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo(salma);
            assertThat(sheet.getRow(2).getCell(9).getStringCellValue()).isEqualTo(MEMO.number());
        }
    }

    @Test
    void printsOnlyValidPapersThatAreThere() {
        String valid = certified("rahima", "nilg");
        String waiting = earned("karim", "nilg");
        Acting.administrator(rooms.caller, administrator.id());
        Conflict making = catchThrowableOfType(Conflict.class, () -> ceremony(ALL, List.of()));
        assertThat(making).hasMessage("papers-being-made");
        assertThat(String.valueOf(making.details().get("serials"))).contains(waiting);
        database.run(() -> study.changeCertificate.revoke(valid, "issued-in-error", null));
        assertThatThrownBy(() -> ceremony(ALL, List.of(valid))).hasMessage("certificate-not-valid");
        database.run(() -> study.changeCertificate.revoke(waiting, "issued-in-error", null));
        assertThatThrownBy(() -> ceremony(ALL, List.of()))
                .isInstanceOf(Invalid.class)
                .hasMessage("nothing-to-print");
        assertThatThrownBy(() -> ceremony(ALL, List.of("no serial"))).isInstanceOf(NotFound.class);
    }

    @Test
    void refusesMoreThanAnOfficePrints() {
        List<String> many = Stream.iterate(1, i -> i + 1)
                .limit(HoldCeremony.MOST + 1)
                .map(i -> Serial.draw(new java.util.Random(i)::nextInt))
                .toList();
        assertThatThrownBy(() -> ceremony(ALL, many)).hasMessage("too-many-certificates");
    }

    private HoldCeremony.Ceremony ceremony(Register.Wanted wanted, List<String> serials) {
        return database.in(() -> ceremonies.of(wanted, serials, MEMO, Language.EN));
    }

    private Map<String, byte[]> archive() {
        return unzipped(written(database.in(() -> export.archive(ALL, Language.EN))));
    }

    private byte[] written(Exports.Filling filling) {
        Exports exports = new Exports(new Settings(
                FixedConfig.of(Map.of("sopan.url", "https://sopan.example", "sopan.data", folder.toString()))));
        try {
            Path file = exports.write("file", filling);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            try (Stream<Path> left = Files.list(file.getParent())) {
                assertThat(left.filter(Files::isRegularFile))
                        .as("nothing is left aside")
                        .isEmpty();
            }
            return bytes;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), read(zip));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }

    private static byte[] read(InputStream in) throws IOException {
        return in.readAllBytes();
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
    }

    private List<RegisterRow> list(Register.Wanted wanted) {
        return database.in(() -> register.list(wanted, 0, 50)).items();
    }

    private RegisterRow only(Register.Wanted wanted) {
        List<RegisterRow> rows = list(wanted);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static Register.Wanted words(@Nullable String words) {
        return new Register.Wanted(null, null, null, null, null, words, null, null);
    }

    private static LocalDate day(int of) {
        return LocalDate.of(2026, 11, of);
    }

    private byte[] paper(String serial) {
        return database.in(() -> papers.find(serial)).orElseThrow();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Earned, and the paper stored; an administrator calls afterwards. */
    private String certified(String name, String institute) {
        String serial = earned(name, institute);
        database.run(() -> {
            Certificate certificate = study.certificates.printed(serial);
            papers.store(
                    serial,
                    PdfDocument.render(new OfficialCertificate(), certificate.asPrinted(), key -> {
                        throw new IllegalArgumentException(key);
                    }),
                    rooms.clock.instant());
            certificate.paperStored();
        });
        Acting.administrator(rooms.caller, administrator.id());
        return serial;
    }

    private String earned(String name, String institute) {
        Person person = rooms.learner(name, institute);
        EnrolmentId enrolment = rooms.enrol(person, "basics");
        for (String lesson : Arrays.asList("one", "two")) {
            study.read(enrolment, lesson);
        }
        study.take(enrolment, "m1-first", true);
        if (!institute.equals("nilg")) {
            study.read(enrolment, "three");
            study.take(enrolment, "m2-second", true);
        }
        return database.in(() -> study.certificates.printedOf(person.id()))
                .get(0)
                .serial();
    }

    /** A further paper of the same award, written past the application. */
    private void copy(String from, String serial, int number) {
        database.update("insert into certificate (serial, award, number, person, institute, status, design, as_printed,"
                + " paper_stored, issued_on, issued_at, version) select '" + serial + "', award, " + (number + 2)
                + ", person, institute, 'REVOKED', design, as_printed, paper_stored, issued_on, issued_at, version"
                + " from certificate where serial = '" + from + "'");
        database.update("insert into certificate_paper (serial, pdf, sha256, stored_at) select '" + serial
                + "', pdf, sha256, stored_at from certificate_paper where serial = '" + from + "'");
    }
}
