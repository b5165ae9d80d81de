package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.document.RowTaker.Wish;
import org.sopan.shared.DomainException.Invalid;

class SheetFileTest {
    private static final String LIST = "email,নাম\nrina@sopan.example,রিনা \"মিনা\"\n";

    @TempDir
    private Path folder;

    @Nested
    class OfCsv {
        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
        void isReadWithAndWithoutItsMark(String charset) {
            String text = "email,নাম\nrina@sopan.example,রিনা\n";
            for (String mark : List.of("", "\uFEFF")) {
                assertThat(texts((mark + text).getBytes(Charset.forName(charset))))
                        .containsExactly(List.of("email", "নাম"), List.of("rina@sopan.example", "রিনা"));
            }
        }

        @Test
        void ofAnOldDesktopKeepsTheCodesOfBijoy() {
            byte[] file = "email,bvg\nrina@sopan.example,‡gvt Avãyi iwng\n".getBytes(Charset.forName("windows-1252"));
            assertThat(texts(file).get(1)).containsExactly("rina@sopan.example", "‡gvt Avãyi iwng");
        }

        @ParameterizedTest
        @ValueSource(strings = {",", ";", "\t", "|"})
        void hasItsSeparatorFound(String separator) {
            String file = "email,name,unit\na@sopan.example,\"Rina, or; so|on\tthere\",x\nb@sopan.example,B,y\n"
                    .replace("email,name,unit", String.join(separator, "email", "name", "unit"))
                    .replace("example,", "example" + separator)
                    .replace("\",x", "\"" + separator + "x")
                    .replace("B,y", "B" + separator + "y");
            assertThat(texts(utf8(file)))
                    .containsExactly(
                            List.of("email", "name", "unit"),
                            List.of("a@sopan.example", "Rina, or; so|on\tthere", "x"),
                            List.of("b@sopan.example", "B", "y"));
        }

        @Test
        void maySayItsSeparatorItself() {
            List<SheetRow> rows = rows(utf8("sep=;\r\nemail;name\r\na,b;c\r\n"));
            assertThat(rows).extracting(SheetRow::number).containsExactly(2, 3);
            assertThat(rows.get(1).cells()).extracting(SheetCell::text).containsExactly("a,b", "c");
        }

        @Test
        void countsItsEmptyRows() {
            assertThat(rows(utf8("a,b\n\n,\n1,2\n")))
                    .extracting(SheetRow::number, SheetRow::isEmpty)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1, false),
                            org.assertj.core.groups.Tuple.tuple(2, true),
                            org.assertj.core.groups.Tuple.tuple(3, true),
                            org.assertj.core.groups.Tuple.tuple(4, false));
        }

        @Test
        void withAnOpenQuotationMarkNamesTheRow() {
            assertRefused(utf8("a,b\n1,\"open\n2,3\n"), "csv-unreadable");
            assertRefused(utf8("a,b\n1,\"open\n" + "2,3\n".repeat(3_000_000)), "csv-unreadable");
        }

        @Test
        void withNulsOrTooManyColumnsIsRefused() {
            assertRefused(utf8("email,name\na@sopan.example,R\0na\n"), "csv-has-nul");
            assertRefused(utf8("x,".repeat(199) + "x\n"), "sheet-too-wide");
            assertRefused(new byte[0], "sheet-empty");
        }
    }

    @Nested
    class OfXlsx {
        @Test
        void givesTextAsItStandsWithItsFontAndPlace() {
            List<SheetRow> rows = rows(book(sheet -> {
                row(sheet, 0, "email", "নাম");
                Cell name = row(sheet, 3, "rina@sopan.example", "‡gvt iwng").getCell(1);
                Font font = sheet.getWorkbook().createFont();
                font.setFontName("SutonnyMJ");
                CellStyle style = sheet.getWorkbook().createCellStyle();
                style.setFont(font);
                name.setCellStyle(style);
            }));
            assertThat(rows).extracting(SheetRow::number).containsExactly(1, 4);
            assertThat(rows.get(1).cells())
                    .containsExactly(
                            new SheetCell("rina@sopan.example", "Calibri", null),
                            new SheetCell("‡gvt iwng", "SutonnyMJ", null));
        }

        @Test
        void givesNumbersWithoutExponentOrPoint() {
            List<SheetCell> cells = rows(book(sheet -> {
                        Row row = sheet.createRow(0);
                        row.createCell(0).setCellValue(1712345678d);
                        row.createCell(1).setCellValue(2015004711223d);
                        row.createCell(2).setCellValue(12.5);
                        row.createCell(3).setCellValue(12345678901234567d);
                    }))
                    .get(0)
                    .cells();
            assertThat(cells).extracting(SheetCell::text).startsWith("1712345678", "2015004711223", "12.5");
            assertThat(cells).extracting(SheetCell::fault).containsExactly(null, null, null, "digits-lost");
        }

        @Test
        void marksWhatIsNotText() {
            List<SheetCell> cells = rows(book(sheet -> {
                        CreationHelper help = sheet.getWorkbook().getCreationHelper();
                        CellStyle date = sheet.getWorkbook().createCellStyle();
                        date.setDataFormat(help.createDataFormat().getFormat("dd/mm/yyyy"));
                        Row row = sheet.createRow(0);
                        row.createCell(0).setCellValue(true);
                        row.createCell(1).setCellFormula("1/0");
                        row.createCell(2).setCellFormula("CONCATENATE(\"Rina\",\" Das\")");
                        row.createCell(3).setCellValue(45_000);
                        row.getCell(3).setCellStyle(date);
                        row.createCell(4).setCellFormula("40+2");
                        sheet.getWorkbook()
                                .getCreationHelper()
                                .createFormulaEvaluator()
                                .evaluateAll();
                    }))
                    .get(0)
                    .cells();
            assertThat(cells)
                    .extracting(SheetCell::text)
                    .containsExactly("TRUE", "#ERROR", "Rina Das", "2023-03-15", "42");
            assertThat(cells)
                    .extracting(SheetCell::fault)
                    .containsExactly("not-text", "formula-error", null, "date", null);
        }

        @Test
        void givesMergedCellsOnlyToTheFirst() {
            List<SheetRow> rows = rows(book(sheet -> {
                row(sheet, 0, "email", "name", "unit");
                row(sheet, 1, "a@sopan.example", "A", "Training");
                row(sheet, 2, "b@sopan.example", "B", "");
                sheet.addMergedRegion(new CellRangeAddress(1, 2, 2, 2));
            }));
            assertThat(rows.get(1).cells()).extracting(SheetCell::text).endsWith("Training");
            assertThat(rows.get(2).cells()).extracting(SheetCell::text).endsWith("B");
        }

        @Test
        void goesFromSheetToSheetAsAsked() {
            byte[] file = book(sheet -> {
                row(sheet, 0, "not this");
                row(sheet, 1, "nor this");
                row(sheet.getWorkbook().createSheet("second"), 0, "this");
            });
            List<String> seen = new ArrayList<>();
            SheetFile.read(write(file), row -> {
                seen.add(row.cells().get(0).text());
                return row.sheet() == 0 ? Wish.NEXT_SHEET : Wish.ENOUGH;
            });
            assertThat(seen).containsExactly("not this", "this");
        }

        @Test
        void isRefusedWhenItIsNone() {
            assertRefused(new byte[] {'P', 'K', 3, 4, 5, 6, 7}, "sheet-unreadable");
            assertRefused(zip("hello.txt", "hello"), "sheet-unreadable");
            assertRefused(zip("xl/workbook.xml", "<broken"), "sheet-unreadable");
            assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, "sheet-old-or-locked");
            byte[] sound = book(sheet -> row(sheet, 0, "email"));
            assertRefused(java.util.Arrays.copyOf(sound, sound.length / 2), "sheet-unreadable");
        }

        @Test
        void isRefusedWhenItIsTooWide() {
            assertRefused(book(sheet -> sheet.createRow(0).createCell(150).setCellValue("far")), "sheet-too-wide");
        }

        @Test
        void isRefusedWhenItIsABomb() throws IOException {
            String begin = "<worksheet><sheetData>";
            assertRefused(
                    bomb("xl/worksheets/sheet1.xml", begin, "<row r=\"1\"><c/></row>", 13_000_000), "sheet-too-large");
            assertRefused(bomb("xl/worksheets/sheet1.xml", begin + "<row><c><v>", "9", 5_000_000), "sheet-too-large");
            assertRefused(bomb("xl/worksheets/sheet1.xml", begin + "<row>", "<c/>", 100_000), "sheet-too-large");
            assertRefused(bomb("xl/worksheets/sheet1.xml", begin, "<row></row>", 1_060_000), "sheet-too-large");
            assertRefused(bomb("xl/sharedStrings.xml", "<sst>", "<si><t>x</t></si>", 3_000_000), "sheet-too-large");
            assertRefused(bomb("xl/workbook.xml", "<workbook>", "<sheet/>", 1_000_000), "sheet-too-large");
        }
    }

    @Test
    void readsNoFurtherThanItIsAsked() throws IOException {
        Path endless = folder.resolve("long.csv");
        try (OutputStream out = Files.newOutputStream(endless)) {
            byte[] many = "a@sopan.example,Rina\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_000; i++) {
                out.write(many);
            }
        }
        int[] seen = {0};
        SheetFile.read(endless, row -> ++seen[0] == 100 ? Wish.ENOUGH : Wish.MORE);
        assertThat(seen[0]).isEqualTo(100);
    }

    @Test
    void keepsNothingOfARowThatWasTaken() {
        assertThat(rows(utf8(LIST)).get(1).cells())
                .extracting(SheetCell::text)
                .containsExactly("rina@sopan.example", "রিনা \"মিনা\"");
    }

    private void assertRefused(byte[] file, String code) {
        assertThatThrownBy(() -> rows(file)).isInstanceOfSatisfying(Invalid.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private List<List<String>> texts(byte[] file) {
        return rows(file).stream()
                .map(row -> row.cells().stream().map(SheetCell::text).toList())
                .toList();
    }

    private List<SheetRow> rows(byte[] file) {
        List<SheetRow> rows = new ArrayList<>();
        SheetFile.read(write(file), row -> {
            rows.add(row);
            return Wish.MORE;
        });
        return rows;
    }

    private Path write(byte[] file) {
        try {
            return Files.write(Files.createTempFile(folder, "list", ""), file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Row row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }

    private static byte[] book(Consumer<Sheet> fill) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream()) {
            fill.accept(book.createSheet("first"));
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip(String name, String content) {
        try {
            return bomb(name, content, "", 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bomb(String name, String begin, String again, int times) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(utf8(begin));
            byte[] block = utf8(again.repeat(Math.min(times, 1_000)));
            for (int i = 0; i < times; i += 1_000) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }
}
