package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonRulesTest {
    private static final int END = 23;

    @Nested
    class Languages {
        @Test
        void needEachOther() {
            assertThat(Folder.good().without(Folder.BN).faults()).containsExactly(Folder.EN + ":1 missing-language");
            assertThat(Folder.good().without(Folder.EN).faults()).containsExactly(Folder.BN + ":1 missing-language");
        }

        @ParameterizedTest
        @CsvSource({
            "'## Recap', '### Recap', 19",
            "'## Recap', 'Recap', 19",
            "'case #two-cards', 'activity #two-cards', 15",
            "'#two-cards', '#cards', 15",
        })
        void haveTheSameHeadingsAndBlocks(String old, String changed, int line) {
            Folder folder = Folder.good().replace(Folder.EN, old, changed);
            assertThat(folder.faults()).containsExactly(Folder.BN + ":" + line + " unequal-structure");
        }

        @Test
        void reportWhatOnlyTheEnglishHas() {
            Folder folder = Folder.good().replace(Folder.BN, "## সারকথা", "সারকথা");
            assertThat(folder.faults()).containsExactly(Folder.EN + ":19 unequal-structure");
        }

        @Test
        void useTheSameFactsAndTerms() {
            assertThat(Folder.good().replace(Folder.EN, ", {{fact:share}}", "").faults())
                    .containsExactly(Folder.BN + ":13 unequal-structure");
            assertThat(Folder.good()
                            .replace(Folder.BN, "[ত্রাণ](term:relief)", "ত্রাণ")
                            .faults())
                    .containsExactly(Folder.EN + ":13 unequal-structure");
        }

        @ParameterizedTest
        @CsvSource({
            "'minutes: {activity: 10, reflect: 5}', 'minutes: {activity: 10}', 4",
            "'sources: [nsss]', 'sources: [budget]', 6",
            "'asOf: 2026-11-01', 'asOf: 2026-11-02', 5"
        })
        void haveTheSameFrontMatter(String old, String changed, int line) {
            assertThat(Folder.good().replace(Folder.EN, old, changed).faults())
                    .containsExactly(Folder.BN + ":" + line + " unequal-structure");
        }
    }

    @Nested
    class References {
        @Test
        void mustBeKnown() {
            Folder folder = Folder.good().append("\n{{fact:nothing}} and [a word](term:nothing)\n");
            assertThat(folder.faults())
                    .containsExactly(
                            Folder.BN + ":" + END + " unknown-fact",
                            Folder.BN + ":" + END + " unknown-term",
                            Folder.EN + ":" + END + " unknown-fact",
                            Folder.EN + ":" + END + " unknown-term");
        }

        @Test
        void ofOutcomesAndSourcesMustBeKnown() {
            Folder folder = Folder.good().replace(Folder.EN, "[o1]", "[o1, o7]").replace(Folder.BN, "[o1]", "[o1, o7]");
            assertThat(folder.faults())
                    .containsExactly(Folder.BN + ":3 unknown-outcome", Folder.EN + ":3 unknown-outcome");
        }

        @ParameterizedTest
        @ValueSource(strings = {"#nowhere", "lesson:third", "other.md", "/about", "ftp://example.org"})
        void mustLeadSomewhere(String address) {
            assertThat(Folder.good().append("\n[there](" + address + ")\n").faults())
                    .containsExactly(Folder.BN + ":" + END + " broken-link", Folder.EN + ":" + END + " broken-link");
        }

        @Test
        void writeATermAsTheGlossaryDoes() {
            Folder folder = Folder.good()
                    .replace(Folder.EN, "[Relief]", "[Charity]")
                    .replace(Folder.BN, "[ত্রাণ]", "[ত্রাণসামগ্রীর]");
            assertThat(folder.faults()).containsExactly(Folder.EN + ":13 term-form");
            assertThat(folder.read().hasErrors()).isFalse();
        }

        @Test
        void showPicturesThatExistAndAreDescribed() {
            Folder folder = Folder.good()
                    .with(
                            "basics/m1-words/media/map.svg",
                            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>")
                    .append("\n![](media/map.svg)\n\n![A plan](media/plan.svg)\n");
            assertThat(folder.faults())
                    .contains(
                            Folder.EN + ":" + END + " missing-alternative",
                            Folder.EN + ":" + (END + 2) + " broken-picture");
        }
    }

    @Nested
    class Figures {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Tk 500",
                    "Tk. 1,200",
                    "৳৫০০",
                    "500 taka",
                    "৫০০ টাকা",
                    "৫০০ টাকার",
                    "12%",
                    "১২.৫ %",
                    "১২ শতাংশ",
                    "12 per cent",
                    "12 percent",
                    "3 lakh",
                    "৩ লাখ",
                    "৩ লক্ষ মানুষ",
                    "2 crore",
                    "২ কোটি",
                    "about 5-10 crore",
                    "**৫০০** টাকা",
                    "শতকরা ১২",
                    "500\ntaka"
                })
        void ofMoneyAndSharesComeFromTheFacts(String figure) {
            assertThat(Folder.good().append("\n" + figure + "\n").faults())
                    .containsExactly(Folder.BN + ":" + END + " bare-figure", Folder.EN + ":" + END + " bare-figure");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "in 2015",
                    "Convention 102",
                    "৩টি লক্ষ্য",
                    "৩ লক্ষ্য",
                    "5 minutes",
                    "the share in per cent",
                    "ten lakh",
                    "{{fact:total}}",
                    "2015-16 budget",
                    "মোট টাকা ৩টি খাতে",
                    "Article 15(d)",
                    "5 talks"
                })
        void ofYearsAndSmallCountsMayStand(String text) {
            assertThat(Folder.good().append("\n" + text + "\n").faults()).isEmpty();
        }

        @Test
        void areFoundInHeadingsTablesAndBlocks() {
            Folder folder = Folder.good()
                    .append("\n### At 5%\n\n| a |\n|---|\n| 6% |\n\n::: case #c C\n- one\n- two of 7%\n:::\n");
            assertThat(folder.faults())
                    .contains(
                            Folder.EN + ":" + END + " bare-figure",
                            Folder.EN + ":" + (END + 4) + " bare-figure",
                            Folder.EN + ":" + (END + 8) + " bare-figure");
        }
    }

    @Nested
    class Blocks {
        @ParameterizedTest
        @ValueSource(
                strings = {"::: case Title\nText\n:::", "::: riddle #r R\nText\n:::", "::: case #open Open\nText", ":::"
                })
        void mustBeWellFormed(String block) {
            assertThat(Folder.good().append("\n" + block + "\n").faults())
                    .contains(Folder.EN + ":" + END + " block", Folder.BN + ":" + END + " block");
        }

        @Test
        void mustNotBeNested() {
            Folder folder = Folder.good().append("\n::: case #a A\n\n::: activity #b B\nText\n:::\n\n:::\n");
            assertThat(folder.faults()).contains(Folder.EN + ":" + (END + 2) + " block");
        }

        @Test
        void needIdsOfTheirOwn() {
            Folder folder = Folder.good().append("\n::: activity #two-cards Again\nText\n:::\n");
            assertThat(folder.faults())
                    .containsExactly(Folder.BN + ":" + END + " duplicate-id", Folder.EN + ":" + END + " duplicate-id");
        }
    }

    @Nested
    class Files {
        @Test
        void needFrontMatter() {
            Folder folder = Folder.good().with(Folder.SECOND_EN, "Text.\n");
            assertThat(folder.faults()).contains(Folder.SECOND_EN + ":1 front-matter");
        }

        @Test
        void needEveryFieldOfTheFrontMatter() {
            Folder folder = Folder.good().replace(Folder.EN, "title: First", "titel: First");
            assertThat(folder.faults()).containsExactly(Folder.EN + ":2 missing-title", Folder.EN + ":2 unknown-field");
        }

        @Test
        void needADateThatExists() {
            Folder folder = Folder.good()
                    .replace(Folder.EN, "2026-11-01", "2026-13-01")
                    .replace(Folder.BN, "2026-11-01", "2026-13-01");
            assertThat(folder.faults()).containsExactly(Folder.BN + ":5 schema", Folder.EN + ":5 schema");
        }

        @Test
        void areNamedByNumberAndId() {
            assertThat(Folder.good().with("basics/m1-words/notes.md", "x").faults())
                    .containsExactly("basics/m1-words/notes.md:1 file-name");
        }

        @Test
        void areNoLessonsInAKit() {
            assertThat(Folder.good()
                            .with("basics/m1-words/kit/handout.en.md", "---\ntitle: Handout\n---\n\nText.\n")
                            .with("basics/m1-words/kit/handout.bn.md", "---\ntitle: হ্যান্ডআউট\n---\n\nকথা।\n")
                            .faults())
                    .isEmpty();
        }

        @Test
        void needIdsAndNumbersOfTheirOwn() {
            Folder folder = Folder.good()
                    .with("basics/m1-words/02-first.en.md", lessonText())
                    .with("basics/m1-words/02-first.bn.md", lessonText());
            assertThat(folder.faults())
                    .containsExactly(
                            "basics/m1-words/02-first.bn.md:1 duplicate-id",
                            "basics/m1-words/02-second.bn.md:1 duplicate-id");
        }

        @Test
        void stayWithinTheirBudget() {
            String much = "\n" + "word ".repeat(13_000) + "\n";
            assertThat(Folder.good().append(much).faults())
                    .containsExactly(Folder.BN + ":1 too-long", Folder.EN + ":1 too-long");
        }

        @Test
        void areWarnedOfOldFigures() {
            Folder folder = Folder.good()
                    .replace(Folder.EN, "2026-11-01", "2025-11-21")
                    .replace(Folder.BN, "2026-11-01", "2025-11-21");
            assertThat(folder.faults()).containsExactly(Folder.BN + ":5 stale", Folder.EN + ":5 stale");
            assertThat(folder.read().courses()).containsKey("basics");
        }

        private String lessonText() {
            return "---\ntitle: L\noutcomes: [o1]\nminutes: {}\n---\nText.\n";
        }
    }
}
