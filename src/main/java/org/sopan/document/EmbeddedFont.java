package org.sopan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One typeface in one document, reduced to the glyphs that are drawn. */
final class EmbeddedFont {
    private final PDDocument document;
    private final Typeface typeface;
    private final PDType0Font font;
    private final GlyphCodes codes;

    EmbeddedFont(PDDocument document, Typeface typeface) {
        this.document = document;
        this.typeface = typeface;
        this.codes = new GlyphCodes(typeface.glyphs());
        try {
            this.font = PDType0Font.load(document, typeface.open(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDType0Font font() {
        return font;
    }

    /** The codes under which these glyphs are shown. */
    List<Integer> codes(ShapedText text) {
        return codes.of(text);
    }

    /** Cuts the font down, then lets each code find its glyph, which PDFBox does for one code a glyph only. */
    void finish() throws IOException {
        font.addGlyphsToSubset(codes.meanings().values().stream()
                .map(GlyphCodes.Meaning::glyph)
                .collect(Collectors.toSet()));
        font.subset();
        COSDictionary descendant = (COSDictionary)
                font.getCOSObject().getCOSArray(COSName.DESCENDANT_FONTS).getObject(0);
        descendant.setItem(COSName.CID_TO_GID_MAP, stream(glyphsByCode(descendant)));
        descendant.setItem(COSName.W, widths());
        // it would have to name every code, and nothing asks for it
        ((COSDictionary) descendant.getDictionaryObject(COSName.FONT_DESC)).removeItem(COSName.getPDFName("CIDSet"));
        font.getCOSObject().setItem(COSName.TO_UNICODE, stream(codes.toUnicode()));
    }

    /** Two bytes for each code up to the last: where its glyph lies in the font that was cut down. */
    private byte[] glyphsByCode(COSDictionary descendant) throws IOException {
        byte[] byGlyph;
        try (var in = ((COSStream) descendant.getDictionaryObject(COSName.CID_TO_GID_MAP)).createInputStream()) {
            byGlyph = in.readAllBytes();
        }
        int last = codes.meanings().keySet().stream().reduce(0, Math::max);
        byte[] byCode = new byte[2 * (last + 1)];
        codes.meanings()
                .forEach((code, meaning) -> System.arraycopy(byGlyph, 2 * meaning.glyph(), byCode, 2 * code, 2));
        return byCode;
    }

    private COSArray widths() {
        COSArray widths = new COSArray();
        COSArray row = new COSArray();
        int expected = -1;
        for (Map.Entry<Integer, GlyphCodes.Meaning> entry : codes.meanings().entrySet()) {
            if (entry.getKey() != expected) {
                row = new COSArray();
                widths.add(COSInteger.get(entry.getKey()));
                widths.add(row);
            }
            row.add(COSInteger.get(typeface.advance(entry.getValue().glyph())));
            expected = entry.getKey() + 1;
        }
        return widths;
    }

    private PDStream stream(byte[] content) throws IOException {
        PDStream stream = new PDStream(document);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        return stream;
    }
}
