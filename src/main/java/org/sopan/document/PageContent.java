package org.sopan.document;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
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
     */
    void glyphs(
            COSName font,
            double size,
            ShapedText run,
            List<Integer> codes,
            String actual,
            Language language,
            Baseline baseline) {
        operators
                .append("/Span <</Lang (")
                .append(language.locale().toLanguageTag())
                .append(") /ActualText <FEFF")
                .append(GlyphCodes.utf16(actual))
                .append(">>> BDC\nBT\n/")
                .append(font.getName())
                .append(' ');
        numbers(size).append("Tf\n");
        numbers(baseline.cos(), baseline.sin(), -baseline.sin(), baseline.cos(), baseline.x(), baseline.y())
                .append("Tm\n");
        show(run, codes, size);
        operators.append("ET\nEMC\n");
    }

    /** Shows the glyphs as one string, in which numbers move the pen to where the shaper wants the next one. */
    private void show(ShapedText run, List<Integer> codes, double size) {
        double pen = 0;
        double rise = 0;
        operators.append("[<");
        for (int i = 0; i < codes.size(); i++) {
            Glyph glyph = run.glyphs().get(i);
            if (glyph.y() != rise) {
                rise = glyph.y();
                operators.append(">] TJ\n");
                numbers(rise / Typeface.UNITS_PER_EM * size).append("Ts [<");
            }
            double back = Math.round((pen - glyph.x()) * 1000) / 1000.0;
            if (back != 0) {
                operators.append("> ");
                numbers(back).append('<');
            }
            operators.append(
                    HexFormat.of().withUpperCase().toHexDigits(codes.get(i).shortValue()));
            pen = pen - back + run.typeface().advance(glyph.id());
        }
        operators.append(">] TJ\n");
        if (rise != 0) {
            operators.append("0 Ts\n");
        }
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
