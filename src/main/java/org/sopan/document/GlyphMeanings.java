package org.sopan.document;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sopan.document.ShapedText.Glyph;

/**
 * What each glyph of a font stands for: the PDF's {@code ToUnicode}. Readers that honour {@code ActualText} do not need
 * it, but PDF/A wants no glyph without. A glyph that no characters give when shaped alone, such as reph, stands for
 * those of its cluster for which its neighbours do not account.
 */
final class GlyphMeanings {
    /** What an empty glyph means that a font puts in place of a reph drawn elsewhere. */
    private static final String NOTHING = "\u200B";

    private static final int LARGEST_SECTION = 100;
    private final Typeface typeface;
    private final Map<Integer, String> meanings = new TreeMap<>();

    GlyphMeanings(Typeface typeface) {
        this.typeface = typeface;
    }

    /** Decomposed first, since a vowel sign of two parts is drawn as two glyphs, each used alone as well. */
    void learn(ShapedText text) {
        if (meanings.keySet().containsAll(text.glyphs().stream().map(Glyph::id).toList())) {
            return;
        }
        learnClusters(ShapedText.shape(typeface, Normalizer.normalize(text.text(), Normalizer.Form.NFD)));
        learnClusters(text);
    }

    private void learnClusters(ShapedText text) {
        List<Glyph> glyphs = text.glyphs();
        int from = 0;
        while (from < glyphs.size()) {
            int start = glyphs.get(from).cluster();
            int to = from;
            while (to < glyphs.size() && glyphs.get(to).cluster() == start) {
                to++;
            }
            int end =
                    to < glyphs.size() ? glyphs.get(to).cluster() : text.text().length();
            List<Integer> ids =
                    glyphs.subList(from, to).stream().map(Glyph::id).distinct().toList();
            learnCluster(withoutJoiners(text.text().substring(start, end)), ids);
            from = to;
        }
    }

    private void learnCluster(String characters, List<Integer> glyphs) {
        if (glyphs.size() == 1) {
            meanings.putIfAbsent(glyphs.get(0), characters);
            return;
        }
        List<Integer> unknown = new ArrayList<>(glyphs);
        unknown.removeAll(meanings.keySet());
        for (int length = 1; length < characters.length() && !unknown.isEmpty(); length++) {
            for (int i = 0; i + length <= characters.length(); i++) {
                String part = characters.substring(i, i + length);
                int glyph = typeface.soleGlyphOf(part);
                if (unknown.remove((Integer) glyph)) {
                    meanings.put(glyph, part);
                }
            }
        }
        if (!unknown.isEmpty()) {
            meanings.put(unknown.get(0), unaccounted(characters, glyphs));
            unknown.forEach(glyph -> meanings.putIfAbsent(glyph, NOTHING));
        }
    }

    private String unaccounted(String characters, List<Integer> glyphs) {
        StringBuilder rest = new StringBuilder(characters);
        for (int glyph : glyphs) {
            String known = meanings.getOrDefault(glyph, "");
            int at = rest.indexOf(known);
            if (at >= 0) {
                rest.delete(at, at + known.length());
            }
        }
        return rest.isEmpty() ? NOTHING : rest.toString();
    }

    private static String withoutJoiners(String text) {
        return text.replace("\u200C", "").replace("\u200D", "");
    }

    /** The map as PDF wants it: UTF-16BE per glyph id, in sections of at most a hundred. */
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
        List<Map.Entry<Integer, String>> entries = List.copyOf(meanings.entrySet());
        for (int from = 0; from < entries.size(); from += LARGEST_SECTION) {
            var section = entries.subList(from, Math.min(entries.size(), from + LARGEST_SECTION));
            cmap.append(section.size()).append(" beginbfchar\n");
            section.forEach(entry -> cmap.append("<%04X> <%s>\n".formatted(entry.getKey(), utf16(entry.getValue()))));
            cmap.append("endbfchar\n");
        }
        cmap.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return cmap.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static String utf16(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }
}
