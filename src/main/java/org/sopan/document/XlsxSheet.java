package org.sopan.document;

import com.github.pjfanning.xlsx.SharedStringsImplementationType;
import com.github.pjfanning.xlsx.StreamingReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.DomainException;

/** An Excel workbook, row by row. Of a formula the value that Excel saw last is taken. */
final class XlsxSheet {
    /** Beyond this Excel has replaced digits by zeros. */
    private static final double DIGITS_LOST = 1e15;

    private static final double THINNEST = 0.005;

    static {
        ZipSecureFile.setMinInflateRatio(THINNEST);
    }

    private XlsxSheet() {}

    static void read(Path file, RowTaker taker) throws IOException {
        boolean fonts = XlsxGuard.stylesAreSmall(file);
        XlsxRuns runs = XlsxRuns.in(file);
        try (Workbook workbook = StreamingReader.builder()
                .rowCacheSize(1)
                .setReadStyles(fonts)
                .setReadSharedFormulas(false)
                .setSharedStringsImplementationType(SharedStringsImplementationType.POI_READ_ONLY)
                .open(file.toFile())) {
            int place = 0;
            for (Sheet sheet : workbook) {
                if (read(sheet, place++, runs, taker) == RowTaker.Wish.ENOUGH) {
                    return;
                }
            }
        } catch (DomainException e) {
            throw e;
        } catch (RuntimeException e) {
            // the library throws whatever its parser does for a workbook that is broken inside
            throw SheetFile.refused("sheet-unreadable");
        }
    }

    private static RowTaker.Wish read(Sheet sheet, int place, XlsxRuns runs, RowTaker taker) {
        RowTaker.Wish wish = RowTaker.Wish.MORE;
        for (Row row : sheet) {
            wish = taker.take(new SheetRow(place, row.getRowNum() + 1, cells(row, runs)));
            if (wish != RowTaker.Wish.MORE) {
                break;
            }
        }
        return wish;
    }

    private static List<SheetCell> cells(Row row, XlsxRuns runs) {
        List<SheetCell> cells = new ArrayList<>();
        for (Cell cell : row) {
            SheetCell read = cell(cell, runs);
            if (read.text().isBlank() && read.fault() == null) {
                continue;
            }
            if (cell.getColumnIndex() >= SheetFile.WIDEST) {
                throw SheetFile.refused("sheet-too-wide");
            }
            while (cells.size() <= cell.getColumnIndex()) {
                cells.add(SheetCell.EMPTY);
            }
            cells.set(cell.getColumnIndex(), read);
        }
        return cells;
    }

    private static SheetCell cell(Cell cell, XlsxRuns runs) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> text(cell, runs);
            case NUMERIC -> number(cell);
            case BOOLEAN -> new SheetCell(cell.getBooleanCellValue() ? "TRUE" : "FALSE", null, "not-text");
            case ERROR -> new SheetCell("#ERROR", null, "formula-error");
            default -> SheetCell.EMPTY;
        };
    }

    private static SheetCell text(Cell cell, XlsxRuns runs) {
        String text = cell.getStringCellValue();
        if (text.isEmpty()) {
            return SheetCell.EMPTY;
        }
        String font = font(cell);
        List<SheetCell.Run> parts = runs.of(text).stream()
                .map(run -> run.font() == null ? new SheetCell.Run(run.text(), font) : run)
                .toList();
        boolean bijoy = parts.stream().anyMatch(run -> BijoyText.isFont(run.font()));
        return bijoy && runs.isUnclear(text)
                ? new SheetCell(text, font, "mixed-fonts")
                : new SheetCell(text, font, null, parts);
    }

    private static SheetCell number(Cell cell) {
        double value = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell)) {
            return new SheetCell(DateUtil.getLocalDateTime(value).toLocalDate().toString(), null, "date");
        }
        String text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return new SheetCell(text, null, Math.abs(value) >= DIGITS_LOST ? "digits-lost" : null);
    }

    private static @Nullable String font(Cell cell) {
        return cell.getCellStyle() instanceof XSSFCellStyle style && style.getFont() != null
                ? style.getFont().getFontName()
                : null;
    }
}
