package org.sopan.document;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * How the cells of a sheet look. Excel keeps a few thousand styles at most, so each is made once.
 *
 * @param quoted text that Excel would take for a formula once someone edits the cell; marked as text for good
 */
record SheetStyles(CellStyle heading, CellStyle text, CellStyle quoted, CellStyle number, CellStyle day) {
    /** On every Windows since 8 and in Office; has Bangla and Latin. */
    private static final String FONT = "Nirmala UI";

    private static final String DAY = "yyyy-mm-dd";

    SheetStyles(Workbook workbook) {
        this(heading(workbook), plain(workbook), quoted(workbook), plain(workbook), day(workbook));
    }

    private static CellStyle plain(Workbook workbook) {
        Font font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) 10);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private static CellStyle heading(Workbook workbook) {
        Font font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) 10);
        font.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static CellStyle quoted(Workbook workbook) {
        CellStyle style = plain(workbook);
        style.setQuotePrefixed(true);
        return style;
    }

    private static CellStyle day(Workbook workbook) {
        CellStyle style = plain(workbook);
        style.setDataFormat(workbook.createDataFormat().getFormat(DAY));
        return style;
    }
}
