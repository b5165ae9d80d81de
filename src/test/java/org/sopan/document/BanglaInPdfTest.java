package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.document.Printed.Glyph;
import org.sopan.document.Printed.Span;
import org.sopan.shared.DomainException.Invalid;

/**
 * Both halves of Bangla in PDF: it looks as the JDK's shaper sets it, and copies out as it was typed. A test of the
 * text alone passes wrong glyphs, one of the picture alone passes outlines.
 */
class BanglaInPdfTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "কর্মসূচি",
                "শর্মিষ্ঠা চক্রবর্তী",
                "মর্মে",
                "কর্তৃপক্ষ",
                "সর্বজনীন",
                "নির্দেশিকা",
                "অর্থ",
                "পর্যালোচনা",
                "সূর্য",
                "ধর্ম",
                "ঊর্ধ্বতন",
                "দুর্যোগ",
                "র্ক্ষি",
                "ক্ষ্ম",
                "স্ত্রী",
                "রাষ্ট্র",
                "জ্ঞান",
                "বিজ্ঞপ্তি",
                "উজ্জ্বল",
                "সন্ধ্যা",
                "ব্ধ",
                "লব্ধ",
                "হৃদয়",
                "শ্রদ্ধা",
                "সুরক্ষা",
                "প্রশিক্ষণ",
                "প্রত্যয়ন",
                "ন্ত্রী",
                "মন্ত্রণালয়",
                "গণপ্রজাতন্ত্রী",
                "চৌধুরী",
                "মোঃ",
                "কৌশল",
                "কো",
                "খৈ",
                "ত্রৈমাসিক",
                "চাঁদপুর",
                "দুঃখ",
                "উৎসব",
                "গুরু",
                "শুরু",
                "রূপ",
                "হুমায়ূন",
                "রহমান",
                "ভ্রাতৃত্ব",
                "দ্বন্দ্ব",
                "বঙ্গবন্ধু",
                "অঙ্ক",
                "ব্যাংক",
                "অ্যাপ",
                "লোক-প্রশাসন",
                "২২ নভেম্বর ২০২৬",
                "৳ ১,২৬,৭৩১",
                "Md. Abdullah Al-Mamun",
                "জিটুপি (G2P) পদ্ধতি",
                "র\u200D্যাব",
                "উদ্\u200Cযাপন",
                "হৃদ\u09DF",
                "হৃদ\u09AF\u09BC",
                "বা\u09DC\u09BF",
                "বা\u09A1\u09BC\u09BF",
                "ক\u09CB",
                "ক\u09C7\u09BE",
                "\u200Dকি"
            })
    void isSetAsTheShaperSetsItAndCopiesOutAsItWasTyped(String words) throws Exception {
        try (PDDocument document = Printed.text(words)) {
            assertThat(Printed.spans(document)).singleElement().satisfies(span -> {
                assertThat(span.actualText()).isEqualTo(words);
                assertSameGlyphs(span, shaped(words));
            });
        }
    }

    private static void assertSameGlyphs(Span span, List<Glyph> expected) {
        assertThat(span.glyphs())
                .extracting(Glyph::id)
                .isEqualTo(expected.stream().map(Glyph::id).toList());
        Glyph origin = span.glyphs().get(0);
        double thousandth = span.size() / 1000;
        for (int i = 0; i < expected.size(); i++) {
            Glyph drawn = span.glyphs().get(i);
            Glyph wanted = expected.get(i);
            assertThat(drawn.x() - origin.x())
                    .isCloseTo((wanted.x() - expected.get(0).x()) * thousandth, within(0.01));
            assertThat(drawn.y() - origin.y())
                    .isCloseTo((wanted.y() - expected.get(0).y()) * thousandth, within(0.01));
        }
    }

    /** What the JDK draws, without the joiners it has used, whichever form its HarfBuzz leaves them in. */
    static List<Glyph> shaped(String words) throws IOException, FontFormatException {
        Font font = Font.createFont(Font.TRUETYPE_FONT, Typeface.REGULAR.open()).deriveFont(1000f);
        FontRenderContext context = new FontRenderContext(null, true, true);
        GlyphVector vector =
                font.layoutGlyphVector(context, words.toCharArray(), 0, words.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        List<Glyph> glyphs = new ArrayList<>();
        for (int i = 0; i < vector.getNumGlyphs(); i++) {
            boolean joiner = "\u200C\u200D".indexOf(words.charAt(vector.getGlyphCharIndex(i))) >= 0
                    && vector.getGlyphPosition(i).equals(vector.getGlyphPosition(i + 1));
            if (!joiner) {
                glyphs.add(new Glyph(
                        vector.getGlyphCode(i),
                        0,
                        vector.getGlyphPosition(i).getX(),
                        -vector.getGlyphPosition(i).getY()));
            }
        }
        return glyphs;
    }

    @Test
    void composedAndDecomposedLettersLookAlikeAndStayDifferent() throws Exception {
        try (PDDocument composed = Printed.text("হৃদ\u09DF");
                PDDocument decomposed = Printed.text("হৃদ\u09AF\u09BC")) {
            Span one = Printed.spans(composed).get(0);
            Span other = Printed.spans(decomposed).get(0);
            assertThat(one.glyphs()).isEqualTo(other.glyphs());
            assertThat(one.actualText()).isNotEqualTo(other.actualText());
        }
    }

    @Test
    void theJoinerDecidesTheForm() throws Exception {
        try (PDDocument with = Printed.text("র\u200D্যাব");
                PDDocument without = Printed.text("র্যাব")) {
            assertThat(Printed.spans(with).get(0).glyphs())
                    .isNotEqualTo(Printed.spans(without).get(0).glyphs());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "কর্মসূচি",
                "ক্ষ্ম স্ত্রী রাষ্ট্র",
                "কো কৌশল",
                "র্ক্ষি শর্মিষ্ঠা",
                "র\u200D্যাব উদ্\u200Cযাপন",
                "Hello"
            })
    void everyGlyphHasAMeaningForReadersThatIgnoreActualText(String words) throws Exception {
        try (PDDocument document = Printed.text(words)) {
            Span span = Printed.spans(document).get(0);
            assertThat(span.glyphs()).allSatisfy(glyph -> assertThat(span.font().toUnicode(glyph.code()))
                    .isNotEmpty());
        }
    }

    /** The same letters, if not always in the same order: a vowel drawn to the left is met first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "প্রশিক্ষণ",
                "রাষ্ট্র",
                "বিজ্ঞপ্তি",
                "কর্মসূচি",
                "মন্ত্রণালয়",
                "কো",
                "চৌধুরী",
                "Abdullah Al-Mamun",
                "ক্ষ্ম"
            })
    void theMeaningsOfAllGlyphsAreTheLettersOfTheWord(String words) throws Exception {
        try (PDDocument document = Printed.text(words)) {
            Span span = Printed.spans(document).get(0);
            StringBuilder meanings = new StringBuilder();
            for (Glyph glyph : span.glyphs()) {
                meanings.append(span.font().toUnicode(glyph.code()));
            }
            assertThat(letters(meanings.toString())).isEqualTo(letters(words));
        }
    }

    private static List<Integer> letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> c != 0x200B && c != ' ')
                .sorted()
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"রিনা 😀", "عبد الله", "李"})
    void refusesACharacterThatTheTypefaceLacks(String words) {
        assertThatThrownBy(() -> Printed.text(words)).isInstanceOfSatisfying(Invalid.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("unprintable-character");
            assertThat(refusal.errors()).singleElement().satisfies(error -> assertThat(error.message())
                    .startsWith("U+"));
        });
    }
}
