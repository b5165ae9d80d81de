package org.sopan.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A listing as an Excel sheet: headings that stay in sight and filter, real dates and numbers, a font that has Bangla.
 * Text stays text, also when it begins like a formula. A window of rows is in memory, the rest in a file.
 */
public final class XlsxWriter {
    private static final int WINDOW = 100;
    private static final int WIDTH_UNITS = 256;
    private static final int WIDEST = 60;
    private static final int LONGEST_CELL = 32_767;

    private XlsxWriter() {}

    /** Writes to a stream that stays open; what does not fit into memory lies in this folder meanwhile. */
    public static void write(Listing listing, OutputStream out, Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            TempFile.withStrategy(new DefaultTempFileCreationStrategy(folder.toFile()), () -> {
                try {
                    writeWorkbook(listing, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeWorkbook(Listing listing, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW)) {
            workbook.setCompressTempFiles(true);
            SheetStyles styles = new SheetStyles(workbook);
            SXSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(listing.title()));
            head(sheet, listing.headings(), styles);
            int[] written = {1};
            listing.rows().each(row -> fill(sheet.createRow(written[0]++), row, styles));
            sheet.setAutoFilter(new CellRangeAddress(
                    0, written[0] - 1, 0, Math.max(0, listing.headings().size() - 1)));
            workbook.write(out);
        }
    }

    private static void head(SXSSFSheet sheet, List<Listing.Heading> headings, SheetStyles styles) {
        sheet.createFreezePane(1, 1);
        Row row = sheet.createRow(0);
        row.setHeightInPoints(32);
        for (int column = 0; column < headings.size(); column++) {
            Listing.Heading heading = headings.get(column);
            Cell cell = row.createCell(column);
            cell.setCellValue(heading.words());
            cell.setCellStyle(styles.heading());
            sheet.setColumnWidth(column, Math.min(WIDEST, heading.width()) * WIDTH_UNITS);
        }
    }

    private static void fill(Row row, List<? extends @Nullable Object> cells, SheetStyles styles) {
        for (int column = 0; column < cells.size(); column++) {
            Object value = cells.get(column);
            if (value != null) {
                fill(row.createCell(column), value, styles);
            }
        }
    }

    private static void fill(Cell cell, Object value, SheetStyles styles) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(styles.number());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(styles.day());
        } else {
            String text = value.toString();
            cell.setCellValue(text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
            cell.setCellStyle(CsvTable.startsAFormula(text) ? styles.quoted() : styles.text());
        }
    }
}
