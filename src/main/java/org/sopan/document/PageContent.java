package org.sopan.document;

import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.sopan.document.ShapedText.Glyph;
import org.sopan.shared.Language;
import org.sopan.spi.certificate.Ink;

/**
 * A page's content stream. Written here because glyph ids must reach the page as they are, while PDFBox would look up
 * characters. Units are points from the bottom left.
 */
final class PageContent {
    private final StringBuilder operators = new StringBuilder();

    byte[] bytes() {
        return operators.toString().getBytes(StandardCharsets.US_ASCII);
    }

    void begin(String tag, int markedContent) {
        operators.append("/%s <</MCID %d>> BDC\n".formatted(tag, markedContent));
    }

    void beginOrnament() {
        operators.append("/Artifact BMC\n");
    }

    void end() {
        operators.append("EMC\n");
    }

    /**
     * One run of glyphs, each at its place, with the text to be copied. Poppler honours {@code ActualText} only inline
     * and on a span.
     *
     */
    void glyphs(COSName font, double size, ShapedText run, String actual, Language language, Baseline baseline) {
        operators.append("/Span <</Lang (%s) /ActualText <FEFF%s>>> BDC\nBT\n/%s "
                .formatted(language.locale().toLanguageTag(), GlyphMeanings.utf16(actual), font.getName()));
        numbers(size).append("Tf\n");
        double em = size / Typeface.UNITS_PER_EM;
        for (Glyph glyph : run.glyphs()) {
            double along = glyph.x() * em;
            double above = glyph.y() * em;
            numbers(
                            baseline.cos(),
                            baseline.sin(),
                            -baseline.sin(),
                            baseline.cos(),
                            baseline.x() + along * baseline.cos() - above * baseline.sin(),
                            baseline.y() + along * baseline.sin() + above * baseline.cos())
                    .append("Tm <%04X> Tj\n".formatted(glyph.id()));
        }
        operators.append("ET\nEMC\n");
    }

    /** Where a run begins, and its direction as cosine and sine. */
    record Baseline(double x, double y, double cos, double sin) {
        static Baseline level(double x, double y) {
            return new Baseline(x, y, 1, 0);
        }
    }

    void fillInk(Ink ink) {
        colour(ink).append("rg\n");
    }

    void strokeInk(Ink ink, double thickness) {
        colour(ink).append("RG\n");
        numbers(thickness).append("w\n");
    }

    void line(double fromX, double fromY, double toX, double toY) {
        numbers(fromX, fromY).append("m ");
        numbers(toX, toY).append("l S\n");
    }

    void rectangle(double x, double y, double width, double height) {
        numbers(x, y, width, height).append("re\n");
    }

    void fill() {
        operators.append("f\n");
    }

    void stroke() {
        operators.append("S\n");
    }

    void image(COSName image, double x, double y, double width, double height) {
        operators.append("q ");
        numbers(width, 0, 0, height, x, y).append("cm /%s Do Q\n".formatted(image.getName()));
    }

    private StringBuilder colour(Ink ink) {
        return numbers((ink.rgb() >> 16 & 0xFF) / 255.0, (ink.rgb() >> 8 & 0xFF) / 255.0, (ink.rgb() & 0xFF) / 255.0);
    }

    /** To a thousandth of a point; PDF knows no exponents, and at this precision Java writes none. */
    private StringBuilder numbers(double... values) {
        for (double value : values) {
            double rounded = Math.round(value * 1000) / 1000.0;
            if (rounded == Math.rint(rounded)) {
                operators.append((long) rounded);
            } else {
                operators.append(rounded);
            }
            operators.append(' ');
        }
        return operators;
    }
}
