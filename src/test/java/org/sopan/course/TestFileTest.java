package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestFileTest {
    private static final String ENTRY = "tests/entry.yaml";
    private static final String TEST =
            """
            title: {en: Entry test, bn: প্রবেশ পরীক্ষা}
            blueprint:
              basics: {remember: 1, apply: 1}
            attempts: 1
            opens: any time
            timeLimitMinutes: 60
            """;

    @Test
    void drawsFromTheTestItemsOfTheCourses() {
        Folder folder = withTest();
        assertThat(folder.faults()).isEmpty();
        TestFile test = TestFile.entry(desk(folder)).orElseThrow();
        assertThat(test.blueprint()).isEqualTo(Map.of("basics", Map.of(Level.REMEMBER, 1, Level.APPLY, 1)));
    }

    @Test
    void needsAsManyTestItemsOfEachLevelAsItDraws() {
        assertThat(changed("remember: 1", "remember: 2")).containsExactly(ENTRY + ":3 too-few-items");
        assertThat(changed("remember: 1", "evaluate: 1")).containsExactly(ENTRY + ":3 too-few-items");
        assertThat(withTest().replace(Folder.QUIZ, "use: test", "use: practice").faults())
                .as("a practice item does not fill it")
                .contains(ENTRY + ":3 too-few-items");
    }

    @Test
    void doesNotBlameTheBlueprintForAQuizThatCannotBeRead() {
        assertThat(withTest().replace(Folder.QUIZ, "items:", "items: [").faults())
                .noneMatch(fault -> fault.startsWith(ENTRY));
    }

    @ParameterizedTest
    @CsvSource({
        "'  basics:', '  basic:', 3, unknown-course",
        "'remember: 1', 'guess: 1', 3, unknown-field",
        "'remember: 1', 'remember: 0', 3, schema",
        "'opens: any time', 'opens: never', 5, schema",
        "'attempts: 1', 'passPercent: 70', 4, unknown-field",
        "'attempts: 1', 'passPercent: 70', 1, missing-attempts",
    })
    void isCheckedWithFileAndLine(String old, String changed, int line, String code) {
        assertThat(changed(old, changed)).contains(ENTRY + ":" + line + " " + code);
    }

    @Test
    void keepsNoCourseFromGoingLive() {
        Folder folder = withTest().replace(ENTRY, "remember: 1", "remember: 9");
        assertThat(folder.read().hasErrors()).isTrue();
        assertThat(folder.read().courses()).containsOnlyKeys("basics");
    }

    @Test
    void isNotOfferedBeforeAnEngineRunsIt() {
        assertThat(CoursePages.page(withTest().course()))
                .contains("\"tests\":[]")
                .doesNotContain("Entry test");
    }

    private static List<String> changed(String old, String changed) {
        return withTest().replace(ENTRY, old, changed).faults();
    }

    private static Desk desk(Folder folder) {
        return Desk.over(folder.files(), Folder.TODAY, (type, definition) -> List.of(), new Faults());
    }

    private static Folder withTest() {
        String item =
                """
                  - id: %s
                    use: test
                    type: numeric
                    outcome: o1
                    level: %s
                    points: 1
                    prompt: {en: "How many?", bn: "কয়টি?"}
                    answer: "3"
                    feedback: {en: Count., bn: গুনুন।}
                """;
        return Folder.good()
                .with(ENTRY, TEST)
                .replace(
                        Folder.QUIZ,
                        "items:\n",
                        "items:\n" + item.formatted("t1", "remember") + item.formatted("t2", "apply"));
    }
}
