package org.sopan.spi.certificate;

/**
 * Where and how words are set.
 *
 * @param x left edge, in millimetres
 * @param baseline baseline of the first line, in millimetres from the top
 * @param width what no line exceeds, in millimetres
 * @param lines how many lines the words may take
 * @param size wanted size of type in points; smaller where the words need it
 * @param heading true for the title of the paper
 */
public record TextBox(
        double x,
        double baseline,
        double width,
        int lines,
        Align align,
        double size,
        Weight weight,
        Ink ink,
        boolean heading) {

    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    public enum Weight {
        REGULAR,
        SEMIBOLD
    }

    /** One line of regular black type of 11 points, from the left. */
    public static TextBox at(double x, double baseline, double width) {
        return new TextBox(x, baseline, width, 1, Align.LEFT, 11, Weight.REGULAR, Ink.BLACK, false);
    }

    public TextBox movedTo(double otherBaseline) {
        return new TextBox(x, otherBaseline, width, lines, align, size, weight, ink, heading);
    }

    public TextBox align(Align other) {
        return new TextBox(x, baseline, width, lines, other, size, weight, ink, heading);
    }

    public TextBox lines(int most) {
        return new TextBox(x, baseline, width, most, align, size, weight, ink, heading);
    }

    public TextBox size(double points) {
        return new TextBox(x, baseline, width, lines, align, points, weight, ink, heading);
    }

    public TextBox weight(Weight other) {
        return new TextBox(x, baseline, width, lines, align, size, other, ink, heading);
    }

    public TextBox ink(Ink other) {
        return new TextBox(x, baseline, width, lines, align, size, weight, other, heading);
    }

    public TextBox heading(boolean title) {
        return new TextBox(x, baseline, width, lines, align, size, weight, ink, title);
    }
}
