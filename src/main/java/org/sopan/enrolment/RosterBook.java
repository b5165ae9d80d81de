package org.sopan.enrolment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;

/** A workbook with a roster's headings, written row by row; cells are text, so that Excel reshapes no number. */
final class RosterBook implements AutoCloseable {
    /** Every Excel that shows Bangla has it. */
    private static final String FONT = "Nirmala UI";

    private static final int IN_MEMORY = 100;
    private static final int WIDTH = 24 * 256;
    private static final Set<RosterColumn> NUMBERS = EnumSet.of(RosterColumn.phone, RosterColumn.service_id);
    private final SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY);
    private final CellStyle heading = style(true, IndexedColors.PALE_BLUE);
    private final CellStyle plain = style(false, null);
    private final CellStyle wrong = style(false, IndexedColors.ROSE);
    private final CellStyle example = style(false, IndexedColors.LEMON_CHIFFON);

    private CellStyle style(boolean bold, @Nullable IndexedColors fill) {
        Font font = book.createFont();
        font.setFontName(FONT);
        font.setBold(bold);
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        if (fill != null) {
            style.setFillForegroundColor(fill.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    /** A sheet that begins with the headings, which stay in sight. */
    Sheet list(String name, Language language, String... further) {
        Sheet sheet = book.createSheet(name);
        Row row = sheet.createRow(0);
        for (RosterColumn column : RosterColumn.values()) {
            cell(row, column.ordinal(), column.label(language), heading);
            sheet.setColumnWidth(column.ordinal(), WIDTH);
            if (NUMBERS.contains(column)) {
                sheet.setDefaultColumnStyle(column.ordinal(), plain);
            }
        }
        for (int i = 0; i < further.length; i++) {
            int place = RosterColumn.values().length + i;
            cell(row, place, further[i], heading);
            sheet.setColumnWidth(place, WIDTH);
        }
        sheet.createFreezePane(0, 1);
        return sheet;
    }

    Sheet sheet(String name) {
        Sheet sheet = book.createSheet(name);
        sheet.setColumnWidth(0, WIDTH);
        sheet.setColumnWidth(1, 4 * WIDTH);
        return sheet;
    }

    CellStyle heading() {
        return heading;
    }

    CellStyle plain() {
        return plain;
    }

    CellStyle wrong() {
        return wrong;
    }

    CellStyle example() {
        return example;
    }

    void cell(Row row, int place, String text, CellStyle style) {
        Cell cell = row.createCell(place);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    void write(OutputStream out) throws IOException {
        book.write(out);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
