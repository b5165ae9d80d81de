package org.sopan.document;

import java.util.ArrayList;
import java.util.List;
import org.sopan.document.Passage.Run;
import org.sopan.document.Passage.Table;

/** A table set at a size of type and a width: how wide its columns are, and the lines in each cell. */
record TableLines(List<Double> columns, List<Row> rows) {
    static final double PADDING = 5;

    /** The lines of each cell; the row is as high as its highest cell. */
    record Row(List<List<TextLines.Line>> cells) {
        int lines() {
            return cells.stream().mapToInt(List::size).max().orElse(0);
        }
    }

    static TableLines of(Table table, double size, double width) {
        List<Double> columns = columns(table, size, width);
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r < table.rows().size(); r++) {
            List<List<TextLines.Line>> cells = new ArrayList<>();
            for (int c = 0; c < table.columns(); c++) {
                cells.add(TextLines.of(table.rows().get(r).get(c), r == 0, size, columns.get(c) - 2 * PADDING));
            }
            rows.add(new Row(cells));
        }
        return new TableLines(columns, rows);
    }

    double x(int column) {
        return columns.subList(0, column).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** Each column gets room for its widest word, and a part of what is left by how long its longest cell is. */
    private static List<Double> columns(Table table, double size, double width) {
        double[] least = new double[table.columns()];
        double[] wish = new double[table.columns()];
        for (int r = 0; r < table.rows().size(); r++) {
            for (int c = 0; c < table.columns(); c++) {
                List<Run> cell = table.rows().get(r).get(c);
                least[c] = Math.max(least[c], TextLines.widestWord(cell, r == 0, size) + 2 * PADDING + 1);
                wish[c] = Math.max(wish[c], TextLines.natural(cell, r == 0, size) + 2 * PADDING + 1);
            }
        }
        double need = sum(least);
        double longing = sum(wish);
        List<Double> columns = new ArrayList<>();
        for (int c = 0; c < least.length; c++) {
            columns.add(need >= width ? least[c] / need * width : least[c] + wish[c] / longing * (width - need));
        }
        return columns;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
