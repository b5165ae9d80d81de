package org.sopan.document;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.sopan.document.ShapedText.Glyph;

/** One typeface in one document, reduced to the glyphs that are drawn. */
final class EmbeddedFont {
    private final PDDocument document;
    private final PDType0Font font;
    private final GlyphMeanings meanings;
    private final Set<Integer> drawn = new HashSet<>();

    EmbeddedFont(PDDocument document, Typeface typeface) throws IOException {
        this.document = document;
        this.font = PDType0Font.load(document, typeface.open(), true);
        this.meanings = new GlyphMeanings(typeface);
    }

    PDType0Font font() {
        return font;
    }

    void use(ShapedText text) {
        text.glyphs().stream().map(Glyph::id).forEach(drawn::add);
        meanings.learn(text);
    }

    /** Cuts the font down, then replaces the map that PDFBox wrote, which leaves conjuncts out. */
    void finish() throws IOException {
        font.addGlyphsToSubset(drawn);
        font.subset();
        PDStream toUnicode = new PDStream(document);
        try (var out = toUnicode.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(meanings.toUnicode());
        }
        font.getCOSObject().setItem(COSName.TO_UNICODE, toUnicode);
    }
}
