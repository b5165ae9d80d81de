package org.sopan.document;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sopan.document.ShapedText.Glyph;

/**
 * The codes under which a document shows the glyphs of a font, and what each stands for: the PDF's {@code ToUnicode}.
 * Many readers know nothing of {@code ActualText} and copy glyph by glyph, in the order drawn, where a vowel sign stands
 * before its consonant and reph behind. So the characters of a cluster are dealt out over its glyphs in the order in
 * which they are typed, and a glyph that stands for other characters elsewhere gets another code there.
 */
final class GlyphCodes {
    /** For a glyph beyond the number of its cluster's characters; no glyph may be without meaning. */
    private static final String NOTHING = "\u200B";

    private static final int LARGEST = 0xFFFF;
    private static final int LARGEST_SECTION = 100;
    private final Map<Meaning, Integer> codes = new HashMap<>();
    private final Map<Integer, Meaning> meanings = new TreeMap<>();
    private int next;

    /** A glyph where it stands for these characters. */
    record Meaning(int glyph, String characters) {}

    GlyphCodes(int glyphsOfTheFont) {
        next = glyphsOfTheFont;
    }

    /** A code for each glyph of the text. */
    List<Integer> of(ShapedText text) {
        List<Integer> all = new ArrayList<>(text.glyphs().size());
        int start = 0;
        while (all.size() < text.glyphs().size()) {
            int from = all.size();
            int to = from;
            int end;
            // the second half of a vowel sign is a cluster of its own, whose character the first half needs too
            do {
                to = endOfCluster(text.glyphs(), to);
                // a joiner that the shaper has used up belongs to what stands before it
                end = to < text.glyphs().size()
                        ? text.glyphs().get(to).cluster()
                        : text.text().length();
            } while (end - start < to - from && to < text.glyphs().size());
            List<String> parts = dealt(text.text().substring(start, end), to - from);
            for (int i = from; i < to; i++) {
                all.add(code(text.glyphs().get(i).id(), parts.get(i - from)));
            }
            start = end;
        }
        return all;
    }

    private static int endOfCluster(List<Glyph> glyphs, int from) {
        int to = from + 1;
        while (to < glyphs.size()
                && glyphs.get(to).cluster() == glyphs.get(from).cluster()) {
            to++;
        }
        return to;
    }

    private static List<String> dealt(String cluster, int glyphs) {
        // a vowel sign of two parts is one character and two glyphs
        String characters = cluster.length() < glyphs ? Normalizer.normalize(cluster, Normalizer.Form.NFD) : cluster;
        List<String> parts = new ArrayList<>(glyphs);
        for (int i = 0; i < glyphs - 1; i++) {
            parts.add(i < characters.length() ? characters.substring(i, i + 1) : NOTHING);
        }
        parts.add(glyphs - 1 < characters.length() ? characters.substring(glyphs - 1) : NOTHING);
        return parts;
    }

    /** The glyph's own number where it is free, as it is for nearly all. */
    private int code(int glyph, String characters) {
        return codes.computeIfAbsent(new Meaning(glyph, characters), meaning -> {
            int code = meanings.containsKey(glyph) ? next++ : glyph;
            if (code > LARGEST) {
                throw new IllegalStateException("a document of more than " + LARGEST + " codes");
            }
            meanings.put(code, meaning);
            return code;
        });
    }

    /** What was given a code, in the order of the codes. */
    Map<Integer, Meaning> meanings() {
        return meanings;
    }

    /** The map as PDF wants it: UTF-16BE per code, in sections of at most a hundred. */
    byte[] toUnicode() {
        StringBuilder cmap = new StringBuilder(
                """
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        HexFormat hex = HexFormat.of().withUpperCase();
        List<Map.Entry<Integer, Meaning>> entries = List.copyOf(meanings.entrySet());
        for (int from = 0; from < entries.size(); from += LARGEST_SECTION) {
            var section = entries.subList(from, Math.min(entries.size(), from + LARGEST_SECTION));
            cmap.append(section.size()).append(" beginbfchar\n");
            section.forEach(entry -> cmap.append('<')
                    .append(hex.toHexDigits(entry.getKey().shortValue()))
                    .append("> <")
                    .append(utf16(entry.getValue().characters()))
                    .append(">\n"));
            cmap.append("endbfchar\n");
        }
        cmap.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return cmap.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static String utf16(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }
}
