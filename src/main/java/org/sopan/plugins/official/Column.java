package org.sopan.plugins.official;

import java.util.ArrayList;
import java.util.List;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.Ink;
import org.sopan.spi.certificate.Sheet;
import org.sopan.spi.certificate.TextBox;
import org.sopan.spi.certificate.TextBox.Weight;

/**
 * Texts one below the other, each followed by its counterpart in the other language where the paper has two. The gaps
 * between them stretch and shrink together, so that the column fills its height whatever it holds; where they would
 * close, the type shrinks.
 */
final class Column {
    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;
    private static final double LOOSEST = 1.6;
    private static final double TIGHTEST = 0.85;
    private static final double LEADING = 1.3;
    private static final double SMALLER = 0.95;
    private static final double SMALLEST = 0.5;
    private static final double LEGIBLE = 6;
    private static final Ink GREY = new Ink(0x55615D);
    private final Sheet sheet;
    private final Language main;
    private final boolean bilingual;
    private final List<Line> lines = new ArrayList<>();

    /**
     * Words and where they stand.
     *
     * @param gap millimetres above the baseline of the first line, before stretching
     * @param leading the same, but never stretched
     */
    private record Line(double gap, double leading, TextBox box, Language language, String words) {
        Line scaled(double by) {
            return new Line(gap * by, leading * by, box.size(Math.max(LEGIBLE, box.size() * by)), language, words);
        }
    }

    Column(Sheet sheet, AsPrinted data) {
        this.sheet = sheet;
        this.main = data.language();
        this.bilingual = data.name().exactly(Language.BN) != null && data.name().exactly(Language.EN) != null;
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
        return size < 10 ? size - 0.5 : 7 + size * 0.25;
    }

    /** Sets the column between two heights, its last baseline on the lower one unless that leaves wide gaps. */
    void fill(double top, double bottom) {
        set(top, bottom, true);
    }

    /** Sets the column from a height downwards, not beyond another. */
    void hang(double top, double bottom) {
        set(top, bottom, false);
    }

    private void set(double top, double bottom, boolean stretching) {
        List<Line> fitting = lines;
        double room = bottom - top;
        for (double by = 1; by > SMALLEST && room < unstretched(fitting) + TIGHTEST * gaps(fitting); by *= SMALLER) {
            double scale = by * SMALLER;
            fitting = lines.stream().map(line -> line.scaled(scale)).toList();
        }
        double gaps = gaps(fitting);
        double rest = room - unstretched(fitting);
        if (rest < TIGHTEST * gaps) {
            throw Invalid.refused(
                    "text-does-not-fit",
                    new FieldError("text", "text-does-not-fit", lines.get(0).words()));
        }
        double stretch = Math.min(stretching ? LOOSEST : 1, rest / gaps);
        double baseline = stretching ? top + (rest - gaps * stretch) / 2 : top;
        for (Line line : fitting) {
            baseline += line.gap() * stretch + line.leading();
            baseline = sheet.text(line.box().movedTo(baseline), line.language(), line.words());
        }
    }

    private static double gaps(List<Line> lines) {
        return lines.stream().mapToDouble(Line::gap).sum();
    }

    private double unstretched(List<Line> lines) {
        return lines.stream()
                .mapToDouble(line -> line.leading() + sheet.depth(line.box(), line.words()))
                .sum();
    }
}
