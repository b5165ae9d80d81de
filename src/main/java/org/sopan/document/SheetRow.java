package org.sopan.document;

import java.util.List;

/**
 * A row of a sheet that someone sent.
 *
 * @param sheet the sheet's place in the file, from 0
 * @param number as the sheet's reader sees it, from 1
 */
public record SheetRow(int sheet, int number, List<SheetCell> cells) {
    public SheetRow {
        cells = List.copyOf(cells);
    }

    public boolean isEmpty() {
        return cells.stream().allMatch(cell -> cell.text().isBlank() && cell.fault() == null);
    }
}
