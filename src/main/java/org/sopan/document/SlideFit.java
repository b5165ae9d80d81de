package org.sopan.document;

import java.util.List;
import org.sopan.document.Passage.Entries;
import org.sopan.document.Passage.Entry;
import org.sopan.document.Passage.Heading;
import org.sopan.document.Passage.Note;
import org.sopan.document.Passage.Paragraph;
import org.sopan.document.Passage.Table;

/**
 * How a slide's words fit under its title. Measured in our own typeface with room to spare, since an office program sets
 * them in another.
 */
record SlideFit(Slide slide) {
    static final double WIDTH = 960;
    static final double HEIGHT = 540;
    static final double MARGIN = 48;
    static final double TOP = 140;
    static final double TITLE_SIZE = 34;
    static final double LINE = 1.45;
    /** Beside the sign of a list's entry, for each level. */
    static final double INDENT = 30;

    static final double GAP = 0.45;
    private static final double BOTTOM = 44;
    private static final double ROOM_TO_SPARE = 0.88;
    private static final int LARGEST = 32;
    private static final int SMALLEST = 18;
    private static final int TABLE_SMALLER = 6;

    /** The largest size of type at which everything fits, or 0. */
    int size() {
        double wide = (WIDTH - 2 * MARGIN) * ROOM_TO_SPARE;
        if (TextLines.of(slide.title(), true, TITLE_SIZE, wide).size() > 2) {
            return 0;
        }
        for (int size = LARGEST; size >= SMALLEST; size--) {
            if (height(size, wide) <= HEIGHT - TOP - BOTTOM) {
                return size;
            }
        }
        return 0;
    }

    /** Tables are set smaller than the words around them. */
    static double tableSize(int size) {
        return size - (double) TABLE_SMALLER;
    }

    /** How high everything but the tables is at this size. */
    double heightOfWords(int size) {
        double wide = (WIDTH - 2 * MARGIN) * ROOM_TO_SPARE;
        return slide.shown().stream()
                .filter(passage -> !(passage instanceof Table))
                .mapToDouble(passage -> height(passage, size, wide) + GAP * size)
                .sum();
    }

    private double height(int size, double wide) {
        double height = 0;
        for (Passage passage : slide.shown()) {
            height += height(passage, size, wide) + GAP * size;
        }
        return height;
    }

    private static double height(Passage passage, int size, double wide) {
        double line = size * LINE;
        if (passage instanceof Table table) {
            double own = tableSize(size);
            List<TableLines.Row> rows = TableLines.of(table, own, wide).rows();
            return rows.stream()
                    .mapToDouble(row -> row.lines() * own * LINE + 2 * TableLines.PADDING)
                    .sum();
        }
        if (passage instanceof Entries entries) {
            double height = 0;
            for (Entry entry : entries.entries()) {
                double width = wide - INDENT * (entry.depth() + 1);
                height += TextLines.of(entry.runs(), false, size, width).size() * line + GAP * size;
            }
            return height;
        }
        if (passage instanceof Heading heading) {
            return TextLines.of(heading.runs(), true, size, wide).size() * line;
        }
        if (passage instanceof Paragraph paragraph) {
            return TextLines.of(paragraph.runs(), false, size, wide).size() * line;
        }
        return passage instanceof Note ? 0 : line;
    }
}
