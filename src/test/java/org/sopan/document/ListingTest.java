package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sopan.shared.Language;

class ListingTest {
    private static final int MANY = 100_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void csvHasAMarkForExcelAndPlainDatesAndNumbers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(listing(Arrays.asList("রহিমা, বেগম", 72, DAY, null)), out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFনাম,Percent,Day,Empty\r\n\"রহিমা, বেগম\",72,2026-11-22,\r\n");
    }

    @Test
    void csvLetsNoTextBecomeAFormula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(listing(List.of("=1+1", "+880", "-1", "@SUM"), List.of("\tx", "\rx", "-", -5)), out);
        assertThat(CsvTable.of(out.toByteArray()).rows())
                .contains(List.of("'=1+1", "'+880", "'-1", "'@SUM"), List.of("'\tx", "'\rx", "-", "-5"));
    }

    @Test
    void xlsxHasRealDatesAndNumbersAndAFontWithBangla() throws IOException {
        XSSFSheet sheet = written(listing(Arrays.asList("রহিমা", 72, DAY, null)));
        Cell name = sheet.getRow(1).getCell(0);
        assertThat(name.getStringCellValue()).isEqualTo("রহিমা");
        assertThat(sheet.getWorkbook()
                        .getFontAt(name.getCellStyle().getFontIndex())
                        .getFontName())
                .isEqualTo("Nirmala UI");
        assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(72);
        assertThat(DateUtil.isCellDateFormatted(sheet.getRow(1).getCell(2))).isTrue();
        assertThat(sheet.getRow(1).getCell(2).getLocalDateTimeCellValue().toLocalDate())
                .isEqualTo(DAY);
        assertThat(sheet.getRow(1).getCell(3)).isNull();
    }

    @Test
    void xlsxKeepsItsHeadingsInSightAndFilters() throws IOException {
        XSSFSheet sheet = written(listing(List.of("a", 1, DAY), List.of("b", 2, DAY)));
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:D3");
        assertThat(sheet.getColumnWidth(0)).isEqualTo(20 * 256);
        assertThat(sheet.getSheetName())
                .as("of the title, less what Excel refuses")
                .isEqualTo("A title  people");
    }

    @Test
    void xlsxKeepsTextThatLooksLikeAFormulaAsText() throws IOException {
        XSSFSheet sheet = written(listing(List.of("=1+1", "+880", "-1", "@SUM(A1)")));
        for (Cell cell : sheet.getRow(1)) {
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed())
                    .as("also once it is edited: %s", cell)
                    .isTrue();
        }
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                .as("as it is")
                .isEqualTo("=1+1");
    }

    @Test
    void aHundredThousandRowsAreNeverAliveTogether() throws IOException {
        for (boolean xlsx : List.of(false, true)) {
            ManyRows rows = new ManyRows();
            Counted out = new Counted();
            Listing many = new Listing("many", Language.EN, headings(), rows);
            if (xlsx) {
                XlsxWriter.write(many, out, folder);
            } else {
                rows.out = out;
                CsvWriter.write(many, out);
            }
            assertThat(rows.alive)
                    .as("rows that the collector could not take, of %s", MANY)
                    .isLessThan(500);
            assertThat(out.largest).as("the largest piece written at once").isLessThan(1 << 17);
            assertThat(out.bytes).isGreaterThan(100_000);
            try (Stream<Path> left = Files.walk(folder).filter(Files::isRegularFile)) {
                assertThat(left).as("what was put aside is removed").isEmpty();
            }
        }
    }

    @Test
    void leavesNothingBehindWhenTheSourceFails() throws IOException {
        Listing.Rows failing = taker -> {
            for (int i = 0; i < 1_000; i++) {
                taker.accept(List.of("row " + i));
            }
            throw new IllegalStateException("database away");
        };
        Listing listing = new Listing("x", Language.EN, headings(), failing);
        assertThatThrownBy(() -> XlsxWriter.write(listing, new Counted(), folder))
                .hasMessage("database away");
        assertThatThrownBy(() -> CsvWriter.write(listing, new Counted())).hasMessage("database away");
        try (Stream<Path> left = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(left).isEmpty();
        }
    }

    private XSSFSheet written(Listing listing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxWriter.write(listing, out, folder);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return workbook.getSheetAt(0);
        }
    }

    @SafeVarargs
    private static Listing listing(List<? extends @Nullable Object>... rows) {
        return new Listing("A title: people", Language.EN, headings(), taker -> Arrays.asList(rows)
                .forEach(taker));
    }

    private static List<Listing.Heading> headings() {
        return List.of(
                new Listing.Heading("নাম", 20),
                new Listing.Heading("Percent", 10),
                new Listing.Heading("Day", 10),
                new Listing.Heading("Empty", 10));
    }

    /** Makes each row when it is asked for, and looks in the end how many of them somebody still holds. */
    private static final class ManyRows implements Listing.Rows {
        private long alive;
        private @Nullable Counted out;

        @Override
        public void each(java.util.function.Consumer<List<? extends @Nullable Object>> taker) {
            List<WeakReference<Object>> made = new ArrayList<>(MANY);
            for (int i = 0; i < MANY; i++) {
                List<Object> row = List.of("name " + i, i, DAY);
                made.add(new WeakReference<>(row));
                taker.accept(row);
                if (out != null && i == MANY / 2) {
                    assertThat(out.bytes).as("sent before the half is read").isGreaterThan(MANY);
                }
            }
            System.gc();
            alive = made.stream().filter(row -> row.get() != null).count();
        }
    }

    private static final class Counted extends OutputStream {
        private long bytes;
        private int largest;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
            largest = Math.max(largest, len);
        }
    }
}
