package org.sopan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Files that nobody should send, to the server with the heap that it runs with: each ends in a refusal with a code or in
 * named errors of its rows, and leaves nothing behind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRostersIT {
    private static final String PLANS = "/api/institutes/bpatc/roster-plans";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MEGABYTE = 1 << 20;
    private static final int HUNDREDS = 300;
    private final Path folder = Workplace.folder("bad-rosters");

    @AutoClose
    private RunningServer server;

    private Api coordinator;
    private int plansBefore;

    @BeforeAll
    void begin() {
        server = RunningServer.demo(folder, Map.of());
        coordinator = server.as("coordinator");
    }

    @BeforeEach
    void count() {
        plansBefore = plans();
    }

    @AfterEach
    void leavesNoFileAndLives() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("upload"));
        }
        server.api().get("/health/ready").expect(200);
        assertThat(server.log()).doesNotContain("OutOfMemoryError");
    }

    @Test
    void hundredsOfMegabytesStreamedInAreRefused() {
        byte[] list = utf8("a@sopan.example,Rina\n".repeat(MEGABYTE / 21));
        coordinator.stream(PLANS, CSV, endless(utf8("email,name\n"), list)).problem(413, "too-large");
        coordinator.stream(PLANS, XLSX, endless(new byte[] {'P', 'K', 3, 4}, new byte[MEGABYTE]))
                .problem(413, "too-large");
        assertThat(plans()).isEqualTo(plansBefore);
    }

    @Test
    void bombsNamedXlsxAreRefused() throws IOException {
        String begin = "<worksheet><sheetData>";
        refused(422, "sheet-too-large", XLSX, bomb("xl/worksheets/sheet1.xml", begin, "<row><c/></row>", 20_000_000));
        refused(422, "sheet-too-large", XLSX, bomb("xl/worksheets/sheet1.xml", begin + "<row>", "<c/>", 100_000));
        refused(422, "sheet-too-large", XLSX, bomb("xl/sharedStrings.xml", "<sst>", "<si><t>x</t></si>", 3_000_000));
        refused(422, "sheet-unreadable", XLSX, bomb("big.bin", "", "\0".repeat(1_000), 1_000_000));
    }

    @Test
    void whatIsNoListIsRefused() throws IOException {
        refused(400, "sheet-empty", CSV, new byte[0]);
        refused(422, "roster-without-rows", CSV, utf8("email,name\n"));
        refused(422, "roster-without-columns", CSV, utf8("name\nRina\n"));
        refused(422, "sheet-too-wide", CSV, utf8("email,name" + ",x".repeat(198) + "\na@sopan.example,Rina\n"));
        refused(400, "csv-unreadable", CSV, utf8("email,name\na@sopan.example,\"Rina\n" + "2,3\n".repeat(3_000_000)));
        refused(400, "csv-has-nul", CSV, utf8("email,name\na@sopan.example,R\0na\n"));
        refused(422, "roster-too-long", CSV, utf8("email,name\n" + "a@sopan.example,Rina\n".repeat(50_001)));
        refused(422, "sheet-unreadable", XLSX, utf8("PK\3\4 and no more"));
        refused(422, "sheet-old-or-locked", XLSX, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
        refused(422, "sheet-too-wide", XLSX, book(sheet -> row(sheet, 0, "email", "name")
                .createCell(200)
                .setCellValue("far")));
        refused(422, "roster-without-columns", XLSX, book(sheet -> {
            row(sheet, 0, "email and name");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
            row(sheet, 1, "a@sopan.example", "Rina");
        }));
        refused(415, "http-415", "image/png", utf8("email,name\na@sopan.example,Rina\n"));
    }

    @Test
    void rowsThatCannotBeTakenAreNamed() {
        assertThat(errors(
                        CSV,
                        utf8("email,name\n"
                                + "\u202Emarks@sopan.example\u202C,\u200FRina\u200E\n"
                                + "long@sopan.example," + "x".repeat(300) + "\n"
                                + "longer@sopan.example," + "x".repeat(301) + "\n"
                                + "thrice@sopan.example,A\n".repeat(3)
                                + "nilg.coordinator@sopan.example,Elsewhere\n")))
                .containsExactly(
                        tuple(4, "name_en", "too-long"),
                        tuple(6, "email", "duplicate"),
                        tuple(7, "email", "duplicate"),
                        tuple(8, "email", "known-elsewhere"));
    }

    @Test
    void cellsThatAreNotWhatTheySeemAreNamed() throws IOException {
        byte[] file = book(sheet -> {
            row(sheet, 0, "Staff of the centre");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
            row(sheet, 1, "email", "name", "phone", "service_id", "unit");
            Row dated = row(sheet, 2, "date@sopan.example", "Rina");
            CellStyle date = sheet.getWorkbook().createCellStyle();
            date.setDataFormat((short) 14);
            dated.createCell(2).setCellValue(45_000);
            dated.getCell(2).setCellStyle(date);
            Row formulas = row(sheet, 3, "formula@sopan.example", "Mina");
            formulas.createCell(2).setCellFormula("1/0");
            formulas.createCell(3).setCellFormula("40+2");
            row(sheet, 4, "merged@sopan.example", "Dina").createCell(4).setCellValue("Training");
            row(sheet, 5, "below@sopan.example", "Lina");
            sheet.addMergedRegion(new CellRangeAddress(4, 5, 4, 4));
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        assertThat(errors(XLSX, file)).containsExactly(tuple(3, "phone", "date"), tuple(4, "phone", "formula-error"));
    }

    private List<org.assertj.core.groups.Tuple> errors(String type, byte[] file) {
        JsonObject plan = coordinator.upload(PLANS, type, file).expect(201).json();
        coordinator.delete("/api/roster-plans/" + plan.getString("id")).expect(204);
        return plan.getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> tuple(error.getInt("row"), error.getString("column"), error.getString("code")))
                .toList();
    }

    private void refused(int status, String code, String type, byte[] file) {
        coordinator.upload(PLANS, type, file).problem(status, code);
        assertThat(plans()).as(code).isEqualTo(plansBefore);
    }

    private int plans() {
        return coordinator.get(PLANS).expect(200).json().getInt("total");
    }

    private static Supplier<InputStream> endless(byte[] begin, byte[] again) {
        return () -> new SequenceInputStream(
                Collections.enumeration(Stream.concat(Stream.of(begin), Collections.nCopies(HUNDREDS, again).stream())
                        .map(ByteArrayInputStream::new)
                        .toList()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Fills a sheet. */
    private interface Filling {
        void fill(Sheet sheet);
    }

    private static byte[] book(Filling filling) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            filling.fill(book.createSheet("first"));
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static Row row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }

    private static byte[] bomb(String name, String begin, String again, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(utf8(begin));
            byte[] block = utf8(again.repeat(1_000));
            for (int i = 0; i < times; i += 1_000) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }
}
