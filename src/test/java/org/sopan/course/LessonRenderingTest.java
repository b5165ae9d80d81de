package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.shared.Language;

class LessonRenderingTest {

    @Nested
    class Blocks {
        @Test
        void areSectionsWithATitle() {
            assertThat(english(Folder.good()))
                    .contains(
                            """
                            <section class="case" id="two-cards"><h3>Two cards</h3>
                            <p>Amena has two.</p>
                            </section>
                            """);
        }

        @Test
        void canHoldListsAndTables() {
            assertThat(
                            appended(
                                    "\n::: activity #sort Sort them\n1. one\n2. two\n\n| a | b |\n|---|---|\n| c | d |\n:::\n\nAfter.\n"))
                    .contains("<section class=\"activity\" id=\"sort\"><h3>Sort them</h3>\n<ol>\n<li>one</li>")
                    .contains("<td>c</td>")
                    .contains("</table>\n</section>\n<p>After.</p>");
        }

        @Test
        void forTrainersAreFolded() {
            assertThat(appended("\n::: trainer #teach How to *teach*\nSlowly.\n:::\n"))
                    .contains(
                            "<details class=\"trainer\" id=\"teach\"><summary>How to *teach*</summary>\n<p>Slowly.</p>\n</details>");
        }

        @Test
        void withAFigureHaveACaption() {
            assertThat(appended("\n::: figure #map The map\nHere.\n:::\n"))
                    .contains(
                            "<figure class=\"figure\" id=\"map\"><figcaption>The map</figcaption>\n<p>Here.</p>\n</figure>");
        }

        @Test
        void endALineOfTextDirectlyAboveTheFence() {
            assertThat(appended("\n::: case #b B\n- item\n  continued\n:::\nAfter.\n"))
                    .contains("continued</li>\n</ul>\n</section>\n<p>After.</p>");
        }
    }

    @Nested
    class Facts {
        @Test
        void standAsWordsInEnglish() {
            assertThat(english(Folder.good())).contains("reaches 5 clusters, 17.83%.");
        }

        @Test
        void standInBanglaDigitsInBangla() {
            assertThat(bangla(Folder.good())).contains("যায় ৫টি ক্লাস্টার, ১৭.৮৩%।");
        }

        @Test
        void keepASpaceBeforeAUnitAndTheLakhGrouping() {
            Folder folder = Folder.good().append("\n{{fact:total}}\n");
            assertThat(english(folder)).contains("<p>1,16,731 crore taka</p>");
            assertThat(bangla(folder)).contains("<p>১,১৬,৭৩১ কোটি টাকা</p>");
        }

        @Test
        void mayBeWordsOfTheirOwn() {
            Folder folder = Folder.good()
                    .replace(
                            "facts.yaml",
                            "\"5\"\n    unit: {en: clusters, bn: টি ক্লাস্টার}",
                            "{en: nearly half, bn: প্রায় অর্ধেক}");
            assertThat(english(folder)).contains("reaches nearly half,");
            assertThat(bangla(folder)).contains("যায় প্রায় অর্ধেক,");
        }
    }

    @Test
    void explainsATermInTheReadersLanguage() {
        assertThat(english(Folder.good()))
                .contains(
                        "<dfn class=\"term\" data-term=\"relief\" title=\"Help &lt;soon&gt; after a disaster.\">Relief</dfn>");
        assertThat(bangla(Folder.good())).contains("title=\"দুর্যোগের পরের সহায়তা।\">ত্রাণ</dfn>");
    }

    @Test
    void numbersSectionsAlikeInBothLanguages() {
        assertThat(english(Folder.good()))
                .contains("<h2 id=\"section-1\">Words</h2>", "<h2 id=\"section-2\">Recap</h2>");
        assertThat(bangla(Folder.good())).contains("<h2 id=\"section-2\">সারকথা</h2>");
    }

    @Test
    void beginsWithTheDateOfItsFigures() {
        assertThat(english(Folder.good())).startsWith("<p class=\"as-of\">As of 1 November 2026</p>");
        assertThat(bangla(Folder.good())).startsWith("<p class=\"as-of\">তথ্য ১ নভেম্বর ২০২৬ পর্যন্ত</p>");
    }

    @Test
    void endsWithItsSourcesAndThoseOfItsFacts() {
        assertThat(english(Folder.good()))
                .endsWith("<section class=\"sources\"><h2>Sources</h2><ul>"
                        + "<li><a href=\"https://example.org/s\" rel=\"noopener noreferrer\">The strategy</a>, GED, 2015</li>"
                        + "<li><a href=\"https://example.org/b\" rel=\"noopener noreferrer\">The budget</a>, Finance Division, 2025</li>"
                        + "</ul></section>\n");
        assertThat(bangla(Folder.good())).contains("<h2>তথ্যসূত্র</h2>", "GED, ২০১৫");
    }

    @Test
    void leadsToOtherLessonsAndSections() {
        assertThat(
                        appended(
                                "\n[on](lesson:second) [up](#section-1) [card](#two-cards) [out](https://example.org/?a=1&b=2)\n"))
                .contains("<a data-lesson=\"second\" href=\"#second\">on</a>")
                .contains("<a href=\"#section-1\" rel=\"noopener noreferrer\">up</a>")
                .contains("<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\">out</a>");
    }

    @Test
    void showsFootnotes() {
        assertThat(appended("\nA claim.[^n]\n\n[^n]: Its ground.\n"))
                .contains("<sup class=\"footnote-ref\">")
                .contains("<li id=\"fn-n\">")
                .contains("Its ground.");
    }

    @Nested
    class WhatAnAuthorMayNotDo {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<script>alert(1)</script>",
                    "a <b onclick=\"x()\">b</b>",
                    "<img src=x onerror=alert(1)>",
                    "<!-- hidden -->"
                })
        void isToWriteHtml(String html) {
            Node markdown = new Node(html);
            assertThat(markdown.rendered())
                    .doesNotContain("<script", "<b ", "<img", "<!--")
                    .contains("&lt;");
            assertThat(Folder.good().append("\n" + html + "\n").faults()).anyMatch(fault -> fault.endsWith("raw-html"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[x](javascript:alert(1))",
                    "[x](JaVaScRiPt:alert(1))",
                    "[x](&#106;avascript:alert(1))",
                    "[x](data:text/html;base64,PHNjcmlwdD4=)",
                    "[x](vbscript:x)",
                    "<javascript:alert(1)>",
                    "![x](javascript:alert(1))",
                    "![x](https://example.org/pixel.png)"
                })
        void isToLeadToAScriptOrAForeignPicture(String link) {
            assertThat(new Node(link).rendered())
                    .doesNotContainIgnoringCase("href=\"javascript")
                    .doesNotContain("href=\"data", "href=\"vb", "src=\"javascript", "src=\"https")
                    .containsAnyOf("href=\"\"", "<p>x</p>");
            assertThat(Folder.good().append("\n" + link + "\n").faults()).anyMatch(fault -> fault.contains("broken-"));
        }

        @Test
        void isToBreakOutOfAnAttribute() {
            assertThat(new Node(
                                    "[x](<term:a\"onclick=\"b> \"t\") [y](<lesson:a\"onclick=\"b>)\n\nz[^\"><b>]\n\n[^\"><b>]: n\n")
                            .rendered())
                    .doesNotContain("onclick=\"b", "<b>");
        }

        @Test
        void isToBreakOutOfATitleOrATerm() {
            assertThat(appended("\n::: case #x \"><script>x</script>\nText.\n:::\n"))
                    .contains("<h3>&quot;&gt;&lt;script&gt;x&lt;/script&gt;</h3>");
        }
    }

    @Nested
    class OfQuestions {

        @Test
        void putsShortTextsWithoutAParagraph() {
            JsonObject definition = item(Folder.good().replace(Folder.QUIZ, "en: This,", "en: \"**Th** &\","), "q1");
            assertThat(definition
                            .getJsonArray("choices")
                            .getJsonObject(0)
                            .getJsonObject("text")
                            .getString("en"))
                    .isEqualTo("<strong>Th</strong> &amp;");
        }

        @Test
        void keepsUnitsAndKeysPlain() {
            JsonObject definition = item(Folder.good(), "q2");
            assertThat(definition.getJsonObject("unit").getString("en")).isEqualTo("*tons*");
            assertThat(definition.getString("answer")).isEqualTo("12.5");
            assertThat(definition.getJsonObject("prompt").getString("bn")).isEqualTo("কয়টি?");
        }

        @Test
        void putsFactsAndTerms() {
            Folder folder = Folder.good()
                    .replace(
                            Folder.QUIZ,
                            "{en: \"Which?\", bn: \"কোনটি?\"}",
                            "{en: \"Of {{fact:clusters}}?\", bn: \"{{fact:clusters}}?\"}");
            assertThat(item(folder, "q1").getJsonObject("prompt").getString("bn"))
                    .isEqualTo("৫টি ক্লাস্টার?");
        }

        @Test
        void keepsGapsWhereTheyAre() {
            Folder folder = Folder.good()
                    .replace(Folder.QUIZ, "type: numeric", "type: fill-in")
                    .replace(
                            Folder.QUIZ,
                            "    answer: \"12.5\"\n    tolerance: \"0.1\"\n    unit: {en: \"*tons*\", bn: টন}\n",
                            """
                                text: {en: "It is [[1]].", bn: "এটি [[1]]।"}
                                blanks: {"1": {accept: {en: [so, "*so*"], bn: [এমন]}}}
                            """);
            JsonObject definition = item(folder, "q2");
            assertThat(definition.getJsonObject("text").getString("en")).isEqualTo("It is [[1]].");
            assertThat(definition
                            .getJsonObject("blanks")
                            .getJsonObject("1")
                            .getJsonObject("accept")
                            .getJsonArray("en")
                            .getString(1))
                    .isEqualTo("*so*");
        }

        private JsonObject item(Folder folder, String id) {
            return folder.course()
                    .quiz("m1-words")
                    .orElseThrow()
                    .item(id)
                    .orElseThrow()
                    .definition();
        }
    }

    /** Markdown rendered as it is in a lesson, also where the linter would refuse it. */
    private record Node(String markdown) {
        String rendered() {
            SharedTexts none = SharedTexts.read(Folder.good().files(), Folder.TODAY, new Faults());
            return new Markdown(none).lesson(Markdown.parse(markdown), Language.EN, Pictures.NONE);
        }
    }

    private static String appended(String text) {
        return english(Folder.good().append(text));
    }

    private static String english(Folder folder) {
        return folder.course().lesson("first").orElseThrow().html(Language.EN);
    }

    private static String bangla(Folder folder) {
        return folder.course().lesson("first").orElseThrow().html(Language.BN);
    }
}
