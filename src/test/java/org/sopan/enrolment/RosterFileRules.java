package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.RosterPlan.Counts;
import org.sopan.enrolment.RosterPlan.Outcome;
import org.sopan.enrolment.RosterRow.CellError;
import org.sopan.identity.Person;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.RoundTrips;
import org.sopan.testing.TestDatabase;

abstract class RosterFileRules {
    private final TestDatabase database;
    private final RosterDesk desk;

    RosterFileRules(TestDatabase database) {
        this.database = database;
        desk = new RosterDesk(database);
        desk.rooms.coordinator("bpatc");
    }

    @Test
    void readsAWorkbookAsOfficesKeepIt() {
        RosterPlan plan = workbook(sheet -> {
            row(sheet, 0, "বাংলাদেশ লোক-প্রশাসন প্রশিক্ষণ কেন্দ্র");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
            row(sheet, 1, "কর্মকর্তাদের তালিকা");
            row(sheet, 3, "ক্রমিক", " নাম ", "পদবী", "E-mail", "Mobile No.", "লিঙ্গ");
            Row rahima = row(sheet, 4, "১", "রহিমা খাতুন", "সহকারী পরিচালক", "rahima@sopan.example", "", "মহিলা");
            rahima.createCell(4).setCellValue(1712345678d);
            row(sheet, 5, "২", "Karim Uddin", "Director", "karim@sopan.example", "০১৮১২-৩৪৫৬৭৮", "M");
        });
        assertThat(plan.counts()).isEqualTo(new Counts(2, 2, 0, 0, 0, 0, 0));
        desk.apply(plan);
        Person rahima = desk.person("rahima@sopan.example");
        assertThat(rahima.name()).isEqualTo(new LocalizedText(null, "রহিমা খাতুন"));
        assertThat(rahima.profile().phone()).isEqualTo("+8801712345678");
        assertThat(rahima.profile().sex()).isEqualTo(Person.Sex.FEMALE);
        Person karim = desk.person("karim@sopan.example");
        assertThat(karim.name()).isEqualTo(new LocalizedText("Karim Uddin", null));
        assertThat(karim.designation()).isEqualTo(new LocalizedText("Director", null));
        assertThat(karim.profile().phone()).isEqualTo("+8801812345678");
    }

    @Test
    void asksAboutTheCellsThatStandInABijoyFont() {
        RosterPlan plan = workbook(sheet -> {
            row(sheet, 0, "email", "name_bn");
            font(row(sheet, 1, "a@sopan.example", "‡gvt Avãyi iwng").getCell(1), "SutonnyMJ");
            font(row(sheet, 2, "b@sopan.example", "রহিমা খাতুন").getCell(1), "SutonnyOMJ");
            font(row(sheet, 3, "c@sopan.example", "Karim").getCell(1), "Nikosh");
        });
        assertThat(desk.actions(plan)).containsExactly(Action.undecided, Action.create, Action.create);
        desk.bijoy(plan, "name_bn", true);
        assertThat(desk.read(plan, 2).value(RosterColumn.name_bn)).isEqualTo("মোঃ আব্দুর রহিম");
        assertThat(desk.read(plan, 3).value(RosterColumn.name_bn)).isEqualTo("রহিমা খাতুন");
        assertThat(desk.read(plan, 4).value(RosterColumn.name_en)).isEqualTo("Karim");
    }

    @Test
    void convertsOnlyThePartsOfACellThatStandInABijoyFont() {
        RosterPlan plan = workbook(sheet -> {
            row(sheet, 0, "email", "name_bn", "designation_bn");
            Row first = row(sheet, 1, "a@sopan.example", "", "");
            runs(first.getCell(1), "রহিমা ", "Nikosh", "Avãyi iwng", "SutonnyMJ");
            runs(first.getCell(2), "Director (", "Arial", "mnKvix cwiPvjK", "SutonnyMJ", ")", "Arial");
            Row second = row(sheet, 2, "b@sopan.example", "", "");
            runs(second.getCell(1), "Karim ", "SutonnyOMJ", "Uddin", "Nikosh");
            Row third = row(sheet, 3, "c@sopan.example", "", "");
            runs(third.getCell(1), "Avãyi ", null, "Rahim", "Times New Roman");
            font(third.getCell(1), "SutonnyMJ");
        });
        assertThat(desk.actions(plan)).containsExactly(Action.undecided, Action.create, Action.undecided);
        assertThat(plan.columns().get(0).samples())
                .containsExactly(
                        new ColumnNote.Sample("রহিমা Avãyi iwng", "রহিমা আব্দুর রহিম"),
                        new ColumnNote.Sample("Avãyi Rahim", "আব্দুর Rahim"));
        desk.bijoy(plan, "name_bn", true);
        desk.bijoy(plan, "designation_bn", true);
        assertThat(desk.read(plan, 2).value(RosterColumn.name_bn)).isEqualTo("রহিমা আব্দুর রহিম");
        assertThat(desk.read(plan, 2).value(RosterColumn.designation_bn)).isEqualTo("Director (সহকারী পরিচালক)");
        assertThat(desk.read(plan, 3).value(RosterColumn.name_en)).isEqualTo("Karim Uddin");
        assertThat(desk.read(plan, 4).value(RosterColumn.name_bn)).isEqualTo("আব্দুর Rahim");
        desk.bijoy(plan, "name_bn", false);
        assertThat(desk.read(plan, 2).value(RosterColumn.name_bn)).isEqualTo("রহিমা Avãyi iwng");
    }

    @Test
    void namesACellWhosePartsCannotBeTold() {
        RosterPlan plan = workbook(sheet -> {
            row(sheet, 0, "email", "name_bn");
            runs(row(sheet, 1, "a@sopan.example", "").getCell(1), "Md. ", "Arial", "iwng", "SutonnyMJ");
            row(sheet, 2, "b@sopan.example", "Md. iwng");
        });
        assertThat(desk.errors(plan))
                .containsExactly(
                        new CellError(2, "name_bn", "mixed-fonts"), new CellError(3, "name_bn", "mixed-fonts"));
    }

    @Test
    void namesTheCellsThatAreNotWhatTheySeem() {
        RosterPlan plan = workbook(sheet -> {
            row(sheet, 0, "email", "name", "phone", "service_id", "sex");
            Row row = row(sheet, 1, "a@sopan.example", "A");
            row.createCell(2).setCellValue(12345678901234567d);
            row.createCell(3).setCellFormula("1/0");
            row.createCell(4).setCellValue(true);
            row = row(sheet, 2, "b@sopan.example", "12345", "1.7123E+09", "2.01E+12", "neither");
            row(sheet, 3, "c@sopan.example", "C", "1.712345678E9", "'0047");
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        assertThat(desk.errors(plan))
                .containsExactlyInAnyOrder(
                        new CellError(2, "phone", "digits-lost"),
                        new CellError(2, "service_id", "formula-error"),
                        new CellError(2, "sex", "not-text"),
                        new CellError(3, "name_en", "not-a-name"),
                        new CellError(3, "phone", "digits-lost"),
                        new CellError(3, "service_id", "digits-lost"),
                        new CellError(3, "sex", "sex"));
        assertThat(desk.read(plan, 4).phone()).isEqualTo("+8801712345678");
        assertThat(desk.read(plan, 4).serviceId()).isEqualTo("0047");
    }

    @ParameterizedTest
    @CsvSource({
        "1712345678,+8801712345678",
        "01712345678,+8801712345678",
        "8801712345678,+8801712345678",
        "+880 1712-345678,+8801712345678",
        "+88 01712 345678,+8801712345678",
        "০০৮৮০১৭১২৩৪৫৬৭৮,+8801712345678",
        "02-9551234,029551234",
        "+44 20 7946 0000,+442079460000"
    })
    void writesPhonesInTheirInternationalForm(String written, String read) {
        assertThat(RosterNumbers.phone(written)).contains(read);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void givesATemplateThatCanBeFilledIn(Language language) throws IOException {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        new RosterTemplate().write(language, template);
        assertThatThrownBy(() -> desk.plan("bpatc", template.toByteArray(), null))
                .as("its example is passed over")
                .hasMessage("roster-without-rows");
        RosterPlan plan = edited(template.toByteArray(), sheet -> {
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue("a@sopan.example");
            row.createCell(1).setCellValue("A");
            row.createCell(7).setCellValue("007");
        });
        assertThat(plan.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0, 0));
        assertThat(desk.read(plan, 3).serviceId()).isEqualTo("007");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void givesAReportThatMarksBadCellsAndCanBeUploadedAgain(Language language) throws IOException {
        RosterPlan plan =
                desk.plan("email,name_en,phone\ngood@sopan.example,Good,01712345678\nbad,Bad,call me\n,No one,\n");
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        database.run(() -> {
            try {
                new RosterReport(desk.showRoster).write(plan.id(), language, report);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(report.toByteArray()))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
            assertThat(filled(sheet.getRow(1).getCell(0))).isFalse();
            assertThat(filled(sheet.getRow(2).getCell(0))).isTrue();
            assertThat(filled(sheet.getRow(2).getCell(6))).isTrue();
            assertThat(filled(sheet.getRow(3).getCell(0))).isTrue();
            assertThat(sheet.getRow(2).getCell(12).getStringCellValue())
                    .contains(language == Language.BN ? "ই-মেইল ঠিকানা নয়" : "is not an e-mail address");
        }
        RosterPlan again = desk.plan("bpatc", report.toByteArray(), null);
        assertThat(desk.errors(again)).isEqualTo(desk.errors(plan));
    }

    @Test
    void readsOldCodePagesAndOtherSeparators() {
        String list = "email;name;designation\nrahim@sopan.example;‡gvt Avãyi iwng;mnKvix cwiPvjK\n";
        RosterPlan plan = desk.plan("bpatc", list.getBytes(Charset.forName("windows-1252")), null);
        assertThat(plan.columns()).extracting(ColumnNote::column).containsExactly("name_en", "designation_en");
        desk.bijoy(plan, "name_en", true);
        desk.bijoy(plan, "designation_en", true);
        assertThat(desk.read(plan, 2).value(RosterColumn.name_bn)).isEqualTo("মোঃ আব্দুর রহিম");
    }

    @Test
    void showsCellsAsTheyAreReadAndWrongOnesAsTheyWereUploaded() {
        RosterPlan plan = desk.plan("email,name,phone\na@sopan.example,‡gvt Avãyi iwng,call me\n");
        desk.bijoy(plan, "name_en", true);
        ShowRoster.Lines shown = database.in(() -> desk.showRoster.rows(plan.id(), Action.rejected, 0, 10));
        assertThat(shown.lines().total()).isEqualTo(1);
        assertThat(shown.lines().items().get(0).values(shown.notes()))
                .isEqualTo(
                        java.util.Map.of("email", "a@sopan.example", "name_bn", "মোঃ আব্দুর রহিম", "phone", "call me"));
        assertThat(database.in(() -> desk.showRoster.rows(plan.id(), Action.create, 0, 10))
                        .lines()
                        .items())
                .isEmpty();
    }

    @Test
    void writesNothingForAFileThatIsRefused() throws IOException {
        byte[] sound = book(sheet -> row(sheet, 0, "email", "name"));
        List<byte[]> bad = new ArrayList<>(List.of(
                new byte[0],
                utf8("email,name\n"),
                utf8("name\nRina\n"),
                utf8("email,name\na@sopan.example,\"Rina\n".repeat(2)),
                utf8("email,name\na@sopan.example,R\0na\n"),
                utf8("email,name" + ",x".repeat(198) + "\na@sopan.example,Rina\n"),
                utf8("email,name\n" + "a@sopan.example,Rina\n".repeat(Roster.MOST_ROWS + 1)),
                sound,
                java.util.Arrays.copyOf(sound, sound.length - 30),
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13},
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}));
        for (byte[] file : bad) {
            assertThatThrownBy(() -> desk.plan("bpatc", file, null)).isInstanceOf(Invalid.class);
        }
        assertThat(database.number("select count(*) from roster_plan")).isZero();
        assertThat(database.number("select count(*) from roster_row")).isZero();
    }

    @Test
    void cleansMarksThatNobodySeesAndRejectsNamesThatAreTooLong() {
        RosterPlan plan = desk.plan(
                "email,name\n\u202Ea@sopan.example\u202C,\u200FRina\u200E\nb@sopan.example," + "x".repeat(301) + "\n");
        assertThat(desk.read(plan, 2).address()).isEqualTo("a@sopan.example");
        assertThat(desk.read(plan, 2).value(RosterColumn.name_en)).isEqualTo("Rina");
        assertThat(desk.errors(plan)).containsExactly(new CellError(3, "name_en", "too-long"));
    }

    @Test
    void goesThroughALongRosterPartByPart() {
        String list = list(1_203, "Instructor") + "p0@sopan.example,Again,,\n";
        RosterPlan plan = desk.plan(list);
        assertThat(plan.counts()).isEqualTo(new Counts(1_204, 1_203, 0, 0, 0, 1, 0));
        assertThat(desk.apply(plan)).isEqualTo(new Outcome(1_203, 0, 1_203, 1));
        assertThat(desk.plan(list).counts().unchanged()).isEqualTo(1_203);
        assertThat(desk.undo(plan)).isEqualTo(new RosterPlan.Undone(1_203, 0, 1_203, 1_203, List.of()));
        assertThat(database.number("select count(*) from person")).isEqualTo(1);
    }

    @Test
    void asksTheDatabaseByPartsAndNotByRows() {
        int rows = 2 * RosterRows.PART;
        for (String designation : List.of("Instructor", "Director")) {
            List<RosterPlan> plan = new ArrayList<>();
            assertThat(RoundTrips.of(() -> plan.add(desk.plan(list(rows, designation)))))
                    .as("planning")
                    .isLessThan(rows / 10);
            assertThat(RoundTrips.of(() -> desk.apply(plan.get(0))))
                    .as("applying, as %s", designation)
                    .isLessThan(rows / 10);
            if (designation.equals("Director")) {
                assertThat(RoundTrips.of(() -> desk.undo(plan.get(0))))
                        .as("undoing")
                        .isLessThan(rows / 10);
            }
        }
    }

    private static String list(int people, String designation) {
        StringBuilder list = new StringBuilder("email,name,service_id,designation\n");
        for (int i = 0; i < people; i++) {
            list.append("p%1$d@sopan.example,Person %1$d,S%1$d,%2$s\n".formatted(i, designation));
        }
        return list.toString();
    }

    private static boolean filled(Cell cell) {
        return cell.getCellStyle().getFillForegroundColor()
                == org.apache.poi.ss.usermodel.IndexedColors.ROSE.getIndex();
    }

    private RosterPlan workbook(Consumer<Sheet> fill) {
        return desk.plan("bpatc", book(fill), null);
    }

    private RosterPlan edited(byte[] file, Consumer<Sheet> edit) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            edit.accept(book.getSheetAt(0));
            book.write(bytes);
            return desk.plan("bpatc", bytes.toByteArray(), null);
        }
    }

    private static byte[] book(Consumer<Sheet> fill) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            fill.accept(book.createSheet("first"));
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }

    /** @param parts each a text and its font; null leaves it to the cell */
    private static void runs(Cell cell, @Nullable String... parts) {
        XSSFWorkbook book = (XSSFWorkbook) cell.getSheet().getWorkbook();
        XSSFRichTextString text = new XSSFRichTextString();
        for (int i = 0; i < parts.length; i += 2) {
            String name = parts[i + 1];
            if (name == null) {
                text.append(String.valueOf(parts[i]));
            } else {
                XSSFFont font = book.createFont();
                font.setFontName(name);
                text.append(String.valueOf(parts[i]), font);
            }
        }
        cell.setCellValue(text);
    }

    private static void font(Cell cell, String name) {
        Font font = cell.getSheet().getWorkbook().createFont();
        font.setFontName(name);
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setFont(font);
        cell.setCellStyle(style);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
