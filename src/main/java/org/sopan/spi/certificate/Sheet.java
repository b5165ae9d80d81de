package org.sopan.spi.certificate;

import org.sopan.shared.Language;

/**
 * A sheet of A4 paper, landscape. Lengths are millimetres from the top left corner, sizes of type are points. Text and
 * pictures are tagged for screen readers in the order in which they are drawn; lines, frames and fills are ornament.
 */
public interface Sheet {
    double WIDTH = 297;
    double HEIGHT = 210;
    /** The side of the square that holds a QR code. */
    double QR = 39.2;

    /**
     * Sets words in a box, in lines of nearly equal length, shrunk until they fit.
     *
     * @return the baseline of the last line
     * @throws org.sopan.shared.DomainException.Invalid {@code unprintable-character} when the typeface lacks a
     *     character, {@code text-does-not-fit} when even the smallest legible type is too wide
     */
    double text(TextBox box, Language language, String words);

    /** From the first baseline to the last, were these words set in this box: 0 where they take one line. */
    double depth(TextBox box, String words);

    void line(double fromX, double fromY, double toX, double toY, double thickness, Ink ink);

    /** The outline of an area, its stroke centred on the edge. */
    void frame(Area area, double thickness, Ink ink);

    void fill(Area area, Ink ink);

    /**
     * A picture stretched to an area.
     *
     * @param alternative what the picture tells, for those who do not see it
     * @throws IllegalArgumentException when the bytes are not a readable PNG
     */
    void image(Area area, byte[] png, Language language, String alternative);

    /**
     * A picture that the operator supplied, as large as the area allows without changing its proportions: centred, on
     * the area's lower edge.
     *
     * @param key one of {@link AsPrinted#pictures()} or a {@link AsPrinted.Signatory#signature()}
     * @param alternative what the picture tells, for those who do not see it
     * @throws IllegalArgumentException when there is no picture of this key
     */
    void picture(Area area, String key, Language language, String alternative);

    /**
     * A QR code, black on white, centred in a square of {@link #QR} millimetres: at least 30 mm wide, of modules that
     * are a whole number of dots at 150 dots to the inch, never less than three, so that a poor copy still reads. Its
     * white margin of four modules may reach beyond the square by 2.1 mm.
     *
     * @throws org.sopan.shared.DomainException.Invalid {@code qr-code-too-long} for more than version 15 holds: 520
     *     characters
     */
    void qr(double x, double y, String content, Language language, String alternative);

    /** Large words across the sheet from bottom left to top right, to be drawn before what they lie beneath. */
    void watermark(Language language, String words, Ink ink);
}
