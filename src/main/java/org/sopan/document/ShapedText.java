package org.sopan.document;

import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/**
 * Words as the JDK's shaper sets them: which glyphs, and where. PDF has no shaping of its own, and text written there
 * character by character misplaces reph and breaks conjuncts.
 *
 * @param advance width of the whole, in thousandths of the size of type
 */
record ShapedText(Typeface typeface, String text, List<Glyph> glyphs, double advance) {
    private static final int MISSING = 0;
    private static final int FIRST_REMOVED = 0xFFFE;

    /**
     * One glyph at its place, in thousandths of the size of type from the start of the baseline, y upwards.
     *
     * @param cluster index of the first of the characters that this glyph and its neighbours stand for together
     */
    record Glyph(int id, double x, double y, int cluster) {}

    ShapedText {
        glyphs = List.copyOf(glyphs);
    }

    static ShapedText shape(Typeface typeface, String text) {
        return typeface.remembered(text, ShapedText::shaped);
    }

    private static ShapedText shaped(Typeface typeface, String text) {
        GlyphVector vector = typeface.layout(text);
        List<Glyph> glyphs = new ArrayList<>();
        for (int i = 0; i < vector.getNumGlyphs(); i++) {
            int id = vector.getGlyphCode(i);
            int cluster = vector.getGlyphCharIndex(i);
            if (id == MISSING) {
                throw unprintable(text, text.codePointAt(cluster));
            }
            if (id < FIRST_REMOVED && !(id == typeface.space() && isJoiner(text.charAt(cluster)))) {
                Point2D at = vector.getGlyphPosition(i);
                glyphs.add(new Glyph(id, at.getX(), -at.getY(), cluster));
            }
        }
        double advance = vector.getGlyphPosition(vector.getNumGlyphs()).getX();
        return new ShapedText(typeface, text, glyphs, advance);
    }

    /** The shaper has used the joiner by now; some builds leave an empty space glyph behind, others none. */
    private static boolean isJoiner(char c) {
        return c == '\u200C' || c == '\u200D';
    }

    private static Invalid unprintable(String text, int codePoint) {
        String message = "U+%04X in: %s".formatted(codePoint, text);
        return Invalid.refused("unprintable-character", new FieldError("text", "unprintable-character", message));
    }
}
