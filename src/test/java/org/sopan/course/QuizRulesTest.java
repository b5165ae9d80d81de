package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuizRulesTest {

    @Nested
    class Choices {
        @Test
        void needACorrectOne() {
            assertThat(changed("correct: true, ", "")).containsExactly(quiz(13, "no-correct-choice"));
        }

        @Test
        void ofASingleItemHaveOnlyOneCorrect() {
            assertThat(changed("{id: b, ", "{id: b, correct: true, "))
                    .containsExactly(quiz(15, "several-correct-choices"));
        }

        @Test
        void ofAMultipleItemMayHaveSeveralCorrect() {
            Folder folder = Folder.good()
                    .replace(Folder.QUIZ, "type: single", "type: multiple")
                    .replace(Folder.QUIZ, "{id: b, ", "{id: b, correct: true, ");
            assertThat(folder.faults()).isEmpty();
        }

        @Test
        void areWarnedOfACorrectOneThatIsByFarTheLongest() {
            Folder folder = Folder.good().replace(Folder.QUIZ, "en: This,", "en: \"Sevenly\",");
            assertThat(folder.faults()).containsExactly(quiz(14, "giveaway"));
            assertThat(folder.read().hasErrors()).isFalse();
            assertThat(changed("en: This,", "en: \"Sixers\",")).isEmpty();
            assertThat(changed("en: That,", "en: \"That one is long and wrong\","))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "'en: That,', 'en: All of the above,'",
            "'bn: সেটি}', 'bn: উপরের সবগুলো}'",
            "'bn: সেটি}', 'bn: ওপরের সব কটি}'"
        })
        void areWarnedOfAllOfTheAbove(String old, String text) {
            assertThat(changed(old, text)).containsExactly(quiz(15, "giveaway"));
        }

        @Test
        void haveFeedback() {
            assertThat(changed(", feedback: {en: \"No.\", bn: না।}", "")).containsExactly(quiz(15, "missing-feedback"));
        }

        @Test
        void haveIdsOfTheirOwn() {
            assertThat(changed("{id: b, ", "{id: a, ")).containsExactly(quiz(15, "duplicate-id"));
        }
    }

    @Nested
    class Items {
        @Test
        void haveFeedback() {
            assertThat(changed("    feedback: {en: Count., bn: গুনুন।}\n", ""))
                    .containsExactly(quiz(17, "missing-feedback"));
        }

        @Test
        void speakBothLanguages() {
            assertThat(changed(", bn: \"কোনটি?\"", "")).containsExactly(quiz(12, "missing-language"));
        }

        @Test
        void areOfAKnownType() {
            assertThat(changed("type: numeric", "type: guess")).containsExactly(quiz(19, "schema"));
        }

        @ParameterizedTest
        @CsvSource({
            "numeric, answer",
            "true-false, answer",
            "matching, pairs",
            "ordering, steps",
            "short-text, accept",
            "essay, rubric"
        })
        void haveWhatTheirTypeNeeds(String type, String field) {
            Folder folder = Folder.good()
                    .replace(Folder.QUIZ, "type: numeric", "type: " + type)
                    .replace(Folder.QUIZ, "    answer: \"12.5\"\n", "");
            assertThat(folder.faults()).containsExactly(quiz(17, "missing-" + field));
        }

        @Test
        void belongToAnOutcomeOfTheModule() {
            assertThat(changed("outcome: o1", "outcome: o2"))
                    .containsExactly(Folder.MODULE + ":3 uncovered-outcome", quiz(9, "unknown-outcome"));
        }

        @Test
        void haveIdsOfTheirOwnInAllCourses() {
            assertThat(changed("id: q2", "id: q1")).containsExactly(quiz(17, "duplicate-id"));
        }

        @Test
        void takeFiguresFromTheFacts() {
            assertThat(changed("en: Count.", "en: It is 5%.")).containsExactly(quiz(27, "bare-figure"));
            assertThat(changed("*tons*", "5%")).isEmpty();
        }

        @Test
        void areMoreThanTwiceTheDraw() {
            assertThat(changed("draw: 1", "draw: 2")).containsExactly(quiz(2, "too-few-items"));
        }

        @Test
        void forTestsAreNotDrawnForPractice() {
            Folder folder = withTestItems(2).replace(Folder.QUIZ, "draw: 1", "draw: 2");
            assertThat(folder.faults()).containsExactly(quiz(2, "too-few-items"));
        }
    }

    @Nested
    class OutcomesOfTestItems {
        @Test
        void areCoveredTwiceByThemToo() {
            assertThat(withTestItems(2).faults()).isEmpty();
            assertThat(withTestItems(1).faults()).containsExactly(Folder.MODULE + ":3 uncovered-outcome");
            assertThat(withTestItems(1).read().hasErrors()).isFalse();
        }

        @Test
        void areStillPractised() {
            Folder folder = withTestItems(2).replace(Folder.QUIZ, "use: practice", "use: test");
            assertThat(folder.read().faults())
                    .extracting(fault -> fault.code() + " " + fault.message())
                    .containsExactly(
                            "uncovered-outcome o1 has 1 practice items, not two",
                            "too-few-items 1 practice items for a draw of 1; at least twice as many are needed");
        }
    }

    @Test
    void coversEveryOutcomeBelowCreateTwice() {
        assertThat(withOutcome("analyse")).containsExactly(Folder.MODULE + ":4 uncovered-outcome");
        assertThat(withOutcome("create")).isEmpty();
    }

    @Test
    void asksThoseWhoKnowTheTypesAboutSoundItemsOnly() {
        List<String> asked = new ArrayList<>();
        ItemCheck check = (type, definition) -> {
            asked.add(type + definition.containsKey("answer"));
            return List.of("the answer is odd");
        };
        Folder folder = Folder.good().replace(Folder.QUIZ, "correct: true, ", "");
        Reading reading = new CourseReader(Folder.TODAY, check).read(folder.files());
        assertThat(asked).containsExactly("numerictrue");
        assertThat(reading.faults())
                .contains(new Fault(Folder.QUIZ, 17, Fault.Severity.ERROR, "item", "the answer is odd"));
    }

    private static Folder withTestItems(int number) {
        Folder folder = Folder.good();
        String item =
                """
                  - id: %s
                    use: test
                    type: numeric
                    outcome: o1
                    level: apply
                    points: 1
                    prompt: {en: "How many?", bn: "কয়টি?"}
                    answer: "3"
                    feedback: {en: Count., bn: গুনুন।}
                """;
        for (int i = 1; i <= number; i++) {
            folder.replace(Folder.QUIZ, "items:\n", "items:\n" + item.formatted("t" + i));
        }
        return folder;
    }

    private static List<String> withOutcome(String level) {
        return Folder.good()
                .replace(
                        Folder.MODULE,
                        "sources:",
                        "  - {id: o2, level: " + level + ", text: {en: Do, bn: করা}}\nsources:")
                .faults();
    }

    private static List<String> changed(String old, String replacement) {
        return Folder.good().replace(Folder.QUIZ, old, replacement).faults();
    }

    private static String quiz(int line, String code) {
        return Folder.QUIZ + ":" + line + " " + code;
    }
}
