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
    private static final double LOOSEST = 1.5;
    private final Sheet sheet;
    private final Language main;
    private final boolean bilingual;
    private final List<Line> lines = new ArrayList<>();

    /** @param gap millimetres above the baseline of the first line, before stretching */
    private record Line(double gap, TextBox box, Language language, String words) {}

    Column(Sheet sheet, Language main, boolean bilingual) {
        this.sheet = sheet;
        this.main = main;
        this.bilingual = bilingual;
    }

    Column add(double gap, TextBox box, LocalizedText words) {
        Language first = words.exactly(main) == null ? main.other() : main;
        lines.add(new Line(gap, box, first, words.in(first)));
        String second = words.exactly(main.other());
        if (bilingual && first == main && second != null) {
            double size = companionSize(box.size());
            TextBox companion = box.size(size).weight(Weight.REGULAR).ink(GREY).heading(false);
            lines.add(new Line(size * MILLIMETRES_PER_POINT * 1.5, companion, main.other(), second));
        }
        return this;
    }

    private static final Ink GREY = new Ink(0x55615D);

    private static double companionSize(double size) {
        return 5 + size * 0.38;
    }

    /** Sets the column from its first box's baseline down to the given one. */
    void fill(double top, double bottom) {
        double gaps = lines.stream().mapToDouble(Line::gap).sum();
        double texts = lines.stream()
                .mapToDouble(line -> sheet.depth(line.box(), line.words()))
                .sum();
        double stretch = Math.min(LOOSEST, (bottom - top - texts) / gaps);
        double baseline = top + (bottom - top - texts - gaps * stretch) / 2;
        for (Line line : lines) {
            baseline = sheet.text(line.box().movedTo(baseline + line.gap() * stretch), line.language(), line.words());
        }
    }
}
