package org.sopan.plugins.official;

import java.util.ArrayList;
import java.util.List;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.Ink;
import org.sopan.spi.certificate.Sheet;
import org.sopan.spi.certificate.TextBox;
import org.sopan.spi.certificate.TextBox.Weight;

/**
 * Texts one below the other, each followed by its counterpart in the other language where the paper has two. The gaps
 * between them stretch and shrink together, so that the column fills its height whatever it holds.
 */
final class Column {
    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;
    private static final double LOOSEST = 1.7;
    private static final double LEADING = 1.3;
    private static final Ink GREY = new Ink(0x55615D);
    private final Sheet sheet;
    private final Language main;
    private final boolean bilingual;
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param gap millimetres above the baseline of the first line, before stretching
     * @param leading the same, but never stretched
     */
    private record Line(double gap, double leading, TextBox box, Language language, String words) {}

    Column(Sheet sheet, Language main, boolean bilingual) {
        this.sheet = sheet;
        this.main = main;
        this.bilingual = bilingual;
    }

    Column add(double gap, TextBox box, LocalizedText words) {
        Language first = words.exactly(main) == null ? main.other() : main;
        lines.add(new Line(gap, 0, box, first, words.in(first)));
        String second = words.exactly(main.other());
        if (bilingual && first == main && second != null) {
            double size = companionSize(box.size());
            TextBox companion = box.size(size).weight(Weight.REGULAR).ink(GREY).heading(false);
            lines.add(new Line(0, size * MILLIMETRES_PER_POINT * LEADING, companion, main.other(), second));
        }
        return this;
    }

    private static double companionSize(double size) {
        return 6.5 + size * 0.25;
    }

    /** Sets the column between two heights, its last baseline on the lower one unless that leaves wide gaps. */
    void fill(double top, double bottom) {
        double gaps = lines.stream().mapToDouble(Line::gap).sum();
        double rest =
                bottom - top - lines.stream().mapToDouble(this::unstretched).sum();
        double stretch = Math.min(LOOSEST, rest / gaps);
        double baseline = top + (rest - gaps * stretch) / 2;
        for (Line line : lines) {
            baseline += line.gap() * stretch + line.leading();
            baseline = sheet.text(line.box().movedTo(baseline), line.language(), line.words());
        }
    }

    private double unstretched(Line line) {
        return line.leading() + sheet.depth(line.box(), line.words());
    }
}
