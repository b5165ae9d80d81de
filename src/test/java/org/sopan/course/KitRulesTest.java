package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sopan.document.Manuscript;
import org.sopan.document.Passage;
import org.sopan.document.Passage.Run;
import org.sopan.document.Slide;
import org.sopan.shared.Language;

class KitRulesTest {
    private static final String KIT = "basics/m1-words/kit/";
    private static final String PLAN_EN = KIT + "session-plan.en.md";
    private static final String PLAN_BN = KIT + "session-plan.bn.md";
    private static final String SLIDES_EN = KIT + "slides.en.md";
    private static final String SLIDES_BN = KIT + "slides.bn.md";
    private static final String PLAN =
            """
            ---
            title: %s
            ---

            ## %s

            {{fact:clusters}}, **%s**, [%s](https://example.org/a).

            | M | W |
            |---|---|
            | %s | a |
            | %s | b |
            """;

    @Nested
    class OfAModule {
        @Test
        void isReadInBothLanguagesAndOfferedToBePrintedAndEdited() {
            Folder folder = withPlan()
                    .with(KIT + "handout.en.md", handout("One page", "Short."))
                    .with(KIT + "handout.bn.md", handout("এক পাতা", "ছোট।"))
                    .with(SLIDES_EN, slides("Slide", 8, "- One\n"))
                    .with(SLIDES_BN, slides("স্লাইড", 8, "- এক\n"));
            assertThat(folder.faults()).isEmpty();
            Module module = folder.course().module("m1-words").orElseThrow();
            assertThat(module.kit()).extracting(Kit::id).containsExactly("session-plan", "slides", "handout");
            assertThat(module.kit("slides").orElseThrow().formats()).containsExactly(Kit.Format.PDF, Kit.Format.PPTX);
            assertThat(module.kit("handout").orElseThrow().formats()).containsExactly(Kit.Format.PDF, Kit.Format.DOCX);
            assertThat(CoursePages.page(folder.course()))
                    .contains("\"kit\":[{\"id\":\"session-plan\",\"title\":{\"en\":\"Plan\",\"bn\":\"পরিকল্পনা\"},"
                            + "\"formats\":[\"pdf\",\"docx\"]}");
        }

        @Test
        void isPartOfTheReleaseWithTheFactsItUses() {
            String release = withPlan().course().release();
            assertThat(withPlan()
                            .replace(PLAN_EN, "strong", "stronger")
                            .course()
                            .release())
                    .isNotEqualTo(release);
            assertThat(withPlan().files().only("basics").text("facts.yaml")).contains("clusters");
            Course stored = new CourseReader(Folder.TODAY, ItemCheck.installed())
                    .release(withPlan().files().only("basics"))
                    .course();
            assertThat(stored).isEqualTo(withPlan().course());
        }

        @Test
        void saysItsFactsAndKeepsOnlyLinksThatLeadOutside() {
            Folder folder = withPlan()
                    .replace(PLAN_EN, "**strong**", "[*a* term](term:relief) **strong**")
                    .replace(PLAN_BN, "**জোর**", "[ত্রাণ](term:relief) **জোর**");
            Kit kit = folder.course()
                    .module("m1-words")
                    .orElseThrow()
                    .kit("session-plan")
                    .orElseThrow();
            Manuscript english = kit.text(Language.EN);
            assertThat(english.passages().get(1))
                    .isEqualTo(new Passage.Paragraph(List.of(
                            Run.plain("5 clusters, "),
                            new Run("a", false, true, null),
                            Run.plain(" term "),
                            new Run("strong", true, false, null),
                            Run.plain(", "),
                            new Run("source", false, false, "https://example.org/a"),
                            Run.plain("."))));
            assertThat(Passage.plain(((Passage.Paragraph)
                                    kit.text(Language.BN).passages().get(1))
                            .runs()))
                    .startsWith("৫টি ক্লাস্টার");
        }

        @Test
        void keepsListsTheirLevelsAndNumbers() {
            Folder folder = withPlan();
            for (String path : List.of(PLAN_EN, PLAN_BN)) {
                folder.replace(path, "| M |", "3. three\n   - inner\n4. four\n\n> Beside it.\n\n| M |");
            }
            Manuscript text = folder.course()
                    .module("m1-words")
                    .orElseThrow()
                    .kit("session-plan")
                    .orElseThrow()
                    .text(Language.EN);
            assertThat(text.passages().get(2))
                    .isEqualTo(new Passage.Entries(List.of(
                            new Passage.Entry(0, 3, List.of(Run.plain("three"))),
                            new Passage.Entry(1, 0, List.of(Run.plain("inner"))),
                            new Passage.Entry(0, 4, List.of(Run.plain("four"))))));
            assertThat(text.passages().get(3)).isEqualTo(new Passage.Note(List.of(Run.plain("Beside it."))));
        }
    }

    @Nested
    class EveryPart {
        @Test
        void speaksBothLanguages() {
            assertThat(withPlan().without(PLAN_BN).faults()).containsExactly(PLAN_EN + ":1 missing-language");
            assertThat(withPlan().with(KIT + "Plan.md", "x").faults()).containsExactly(KIT + "Plan.md:1 file-name");
        }

        @ParameterizedTest
        @CsvSource({
            "'## Words', '### Words', session-plan.bn.md:5 unequal-structure",
            "'{{fact:clusters}}, ', '', session-plan.bn.md:7 unequal-structure",
            "'**strong**', '5%', session-plan.en.md:7 bare-figure",
            "'{{fact:clusters}}', '{{fact:clusters}} {{fact:nothing}}', session-plan.en.md:7 unknown-fact",
            "'**strong**', '<b>strong</b>', session-plan.en.md:7 raw-html",
            "'https://example.org/a', 'lesson:first', session-plan.en.md:7 broken-link",
            "'**strong**', '![strong](media/a.svg)', session-plan.en.md:7 broken-picture",
            "'**strong**', '♞', session-plan.en.md:7 kit",
            "'title: Plan', 'title: Plan\nminutes: 60', session-plan.en.md:3 unknown-field",
        })
        void keepsToTheRulesOfAllTexts(String old, String changed, String fault) {
            assertThat(withPlan().replace(PLAN_EN, old, changed).faults()).contains(KIT + fault);
        }

        @Test
        void hasNoBlocks() {
            Folder folder = withPlan();
            for (String path : List.of(PLAN_EN, PLAN_BN)) {
                folder.replace(path, "\n| M |", "\n::: case #a A\nText.\n:::\n\n| M |");
            }
            assertThat(folder.faults()).containsExactly(PLAN_BN + ":9 block", PLAN_EN + ":9 block");
        }
    }

    @Nested
    class SessionPlans {
        @Test
        void takeAnHour() {
            assertThat(withPlan().replace(PLAN_BN, "৪০", "৩০").faults()).containsExactly(PLAN_BN + ":1 kit");
            assertThat(withPlan().replace(PLAN_BN, "৪০", "৩০–৪০").faults()).isEmpty();
        }
    }

    @Nested
    class Handouts {
        @Test
        void haveAtMostThreeHundredWordsOnOnePage() {
            assertThat(withHandout("word ".repeat(300)).faults()).isEmpty();
            assertThat(withHandout("word ".repeat(301)).faults())
                    .containsExactly(KIT + "handout.bn.md:1 kit", KIT + "handout.en.md:1 kit");
            assertThat(withHandout("- a\n".repeat(60)).faults())
                    .containsExactly(KIT + "handout.bn.md:1 kit", KIT + "handout.en.md:1 kit");
        }
    }

    @Nested
    class Slides {
        @Test
        void beginWithTheirHeadings() {
            Manuscript text = withSlides(8, "- One\n\n> Say.\n")
                    .course()
                    .module("m1-words")
                    .orElseThrow()
                    .kit("slides")
                    .orElseThrow()
                    .text(Language.EN);
            assertThat(Slide.of(text)).hasSize(8);
            assertThat(Slide.of(text).get(0).notes()).containsExactly(new Passage.Note(List.of(Run.plain("Say."))));
            assertThat(Slide.of(text).get(0).shown()).hasSize(1);
        }

        @Test
        void areEightToTwelve() {
            assertThat(withSlides(7, "- One\n").faults()).containsExactly(SLIDES_BN + ":1 kit", SLIDES_EN + ":1 kit");
            assertThat(withSlides(13, "- One\n").read().hasErrors()).isFalse();
            assertThat(withSlides(12, "- One\n").faults()).isEmpty();
        }

        @Test
        void holdFiveBulletsOrOneTable() {
            assertThat(slideWith("- a\n".repeat(5))).isEmpty();
            assertThat(slideWith("- a\n".repeat(6))).containsExactly(SLIDES_EN + ":9 kit");
            assertThat(slideWith("- a\n\n| x | y |\n|---|---|\n| 1 | 2 |\n")).containsExactly(SLIDES_EN + ":9 kit");
            assertThat(slideWith("Words.\n\n| x | y |\n|---|---|\n| 1 | 2 |\n")).isEmpty();
        }

        @Test
        void holdNoMoreThanTheyShow() {
            assertThat(slideWith("- " + "many words ".repeat(150) + "\n")).containsExactly(SLIDES_EN + ":9 kit");
        }

        @Test
        void leaveNothingBeforeTheFirstHeading() {
            Folder folder = withSlides(8, "- One\n").replace(SLIDES_EN, "---\n\n##", "---\n\nHello.\n\n##");
            assertThat(folder.faults()).containsExactly(SLIDES_EN + ":1 kit");
        }

        /** Faults of eight slides of which the second holds this. */
        private List<String> slideWith(String body) {
            return withSlides(8, "- One\n")
                    .replace(SLIDES_EN, "## Slide 2\n\n- One\n", "## Slide 2\n\n" + body)
                    .faults();
        }
    }

    private static Folder withPlan() {
        return Folder.good()
                .with(PLAN_EN, PLAN.formatted("Plan", "Words", "strong", "source", "20", "40"))
                .with(PLAN_BN, PLAN.formatted("পরিকল্পনা", "শব্দ", "জোর", "উৎস", "২০", "৪০"));
    }

    private static Folder withHandout(String body) {
        return Folder.good()
                .with(KIT + "handout.en.md", handout("One page", body))
                .with(KIT + "handout.bn.md", handout("এক পাতা", body));
    }

    private static String handout(String title, String body) {
        return "---\ntitle: " + title + "\n---\n\n" + body + "\n";
    }

    private static Folder withSlides(int number, String body) {
        return Folder.good()
                .with(SLIDES_EN, slides("Slide", number, body))
                .with(SLIDES_BN, slides("স্লাইড", number, body));
    }

    private static String slides(String title, int number, String body) {
        StringBuilder text = new StringBuilder("---\ntitle: " + title + "\n---\n");
        for (int i = 1; i <= number; i++) {
            text.append("\n## ")
                    .append(title)
                    .append(' ')
                    .append(i)
                    .append("\n\n")
                    .append(body);
        }
        return text.toString();
    }
}
