package org.sopan.document;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.sopan.spi.certificate.TextBox.Weight;

/**
 * Hind Siliguri, which has Bangla and Latin, is under the OFL, and is shaped alike by the JDK's own HarfBuzz and by the
 * system's. Loaded once; the JDK's {@link Font} may be used by all threads.
 */
final class Typeface {
    /** The font's own design grid. Shaped at this size, positions are whole thousandths of the size of type. */
    static final int UNITS_PER_EM = 1000;

    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    static final Typeface REGULAR = new Typeface("HindSiliguri-Regular.ttf");
    static final Typeface SEMIBOLD = new Typeface("HindSiliguri-SemiBold.ttf");
    /** Some two megabytes of texts. */
    private static final int MOST_REMEMBERED = 1000;

    private final Map<String, ShapedText> shaped = new ConcurrentHashMap<>();
    private final byte[] bytes;
    private final Font font;
    private final int[] advances;
    private final int space;

    private Typeface(String file) {
        try (InputStream resource = Typeface.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException("the font is missing: " + file);
            }
            bytes = resource.readAllBytes();
            font = Font.createFont(Font.TRUETYPE_FONT, open()).deriveFont((float) UNITS_PER_EM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("not a font: " + file, e);
        }
        advances = advances();
        space = soleGlyphOf(" ");
    }

    /** As FontBox reads them, which also writes them into the files. */
    private int[] advances() {
        try (TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
            int[] all = new int[read.getNumberOfGlyphs()];
            for (int glyph = 0; glyph < all.length; glyph++) {
                all[glyph] = read.getAdvanceWidth(glyph);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int glyphs() {
        return advances.length;
    }

    /** How far the glyph moves the pen, in thousandths of the size of type. */
    int advance(int glyph) {
        return advances[glyph];
    }

    int space() {
        return space;
    }

    static Typeface of(Weight weight) {
        return weight == Weight.SEMIBOLD ? SEMIBOLD : REGULAR;
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** Shaped before, or shaped now; thousands of papers say the same words in all but a few lines. */
    ShapedText remembered(String text, BiFunction<Typeface, String, ShapedText> shaper) {
        ShapedText known = shaped.get(text);
        if (known != null) {
            return known;
        }
        ShapedText fresh = shaper.apply(this, text);
        if (shaped.size() >= MOST_REMEMBERED) {
            shaped.clear();
        }
        shaped.put(text, fresh);
        return fresh;
    }

    GlyphVector layout(String text) {
        char[] chars = text.toCharArray();
        return font.layoutGlyphVector(UNHINTED, chars, 0, chars.length, Font.LAYOUT_LEFT_TO_RIGHT);
    }

    /** The one glyph that these characters give when nothing stands beside them; 0 where they give none or several. */
    int soleGlyphOf(String characters) {
        GlyphVector vector = characters.codePointCount(0, characters.length()) == 1
                ? font.createGlyphVector(UNHINTED, characters)
                : layout(characters);
        return vector.getNumGlyphs() == 1 ? vector.getGlyphCode(0) : 0;
    }
}
