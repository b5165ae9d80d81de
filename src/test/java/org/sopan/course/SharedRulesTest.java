package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedRulesTest {

    @Nested
    class Facts {
        @Test
        void haveASource() {
            assertThat(changed("facts.yaml", "    source: {title: The strategy, publisher: GED, year: 2015}\n", ""))
                    .containsExactly("facts.yaml:2 missing-source");
        }

        @Test
        void haveIdsOfTheirOwn() {
            assertThat(changed("facts.yaml", "id: total", "id: share")).containsExactly("facts.yaml:12 duplicate-id");
        }

        @Test
        void areWarnedOfAYearAfterTheirCheck() {
            assertThat(changed("facts.yaml", "asOf: 2026-06-30", "asOf: 2025-11-21"))
                    .containsExactly("facts.yaml:6 stale");
            assertThat(changed("facts.yaml", "asOf: 2026-06-30", "asOf: 2025-11-22"))
                    .isEmpty();
        }

        @Test
        void mayBeNoneYet() {
            Folder folder = Folder.good().with("facts.yaml", "facts:\n");
            assertThat(folder.faults()).allMatch(fault -> fault.endsWith("unknown-fact"));
        }
    }

    @Nested
    class Terms {
        @Test
        void speakBothLanguages() {
            assertThat(changed("glossary.yaml", ", bn: বার্ধক্যের আয়।", ""))
                    .containsExactly("glossary.yaml:8 missing-language");
        }

        @Test
        void haveIdsOfTheirOwn() {
            assertThat(changed("glossary.yaml", "id: pension", "id: relief"))
                    .containsExactly("glossary.yaml:6 duplicate-id");
        }
    }

    @Nested
    class Programmes {
        @ParameterizedTest
        @CsvSource({
            "programme.yaml, 'bpatc: [m1-words]', 'bpatc: [m1-words, m9]', 4, unknown-module",
            "programme.yaml, 'conditions: course', 'conditions: [{luck: required}]', 9, unknown-condition",
            "programme.yaml, 'scope: course', 'scope: world', 8, schema",
            "programme.yaml, 'issue: automatic', 'issue: automatic\n    signOff: true', 11, sign-off-without-approval",
            "programme.yaml, 'issue: automatic', 'issue: automatic\n    signOff: perhaps', 11, schema",
            "basics/course.yaml, 'lessons: required', 'reading: done', 6, unknown-condition",
            "basics/course.yaml, 'lessons: required', 'assignment: plan', 6, unknown-condition",
            "basics/course.yaml, 'certificate:', 'requires: [none]\ncertificate:', 8, unknown-course",
            "basics/course.yaml, '[m1-words]', '[m1-words, m2-none]', 4, unknown-module",
            "basics/course.yaml, '[m1-words]', '[m1-words, m1-words]', 4, duplicate-id",
        })
        void nameOnlyWhatExists(String file, String old, String changed, int line, String code) {
            assertThat(changed(file, old, changed)).containsExactly(file + ":" + line + " " + code);
        }

        @Test
        void nameEachAwardOnce() {
            assertThat(changed(
                            "programme.yaml",
                            "    issue: automatic",
                            "    issue: automatic\n  - {kind: completion, title: {en: x, bn: x}, scope: course,"
                                    + " conditions: course, issue: automatic}"))
                    .containsExactly("programme.yaml:11 duplicate-id");
        }

        @Test
        void haveAFolderForEachCourse() {
            assertThat(changed("programme.yaml", "[basics]", "[basics, none]"))
                    .containsExactly("none/course.yaml:1 missing-file");
        }

        @Test
        void neverShareItems() {
            Folder folder = Folder.good().replace("programme.yaml", "[basics]", "[basics, more]");
            folder.files().texts().forEach((path, text) -> {
                if (path.startsWith("basics/")) {
                    folder.with(
                            path.replace("basics/m1-words", "more/m2").replace("basics/", "more/"),
                            text.replace("m1-words", "m2")
                                    .replace("id: o1", "id: p1")
                                    .replace("[o1]", "[p1]")
                                    .replace("outcome: o1", "outcome: p1"));
                }
            });
            assertThat(folder.faults())
                    .containsExactly("more/m2/quiz.yaml:6 duplicate-id", "more/m2/quiz.yaml:17 duplicate-id");
        }
    }

    @Nested
    class Yaml {
        @Test
        void tellsTheLineItCannotBeReadAt() {
            assertThat(changed("facts.yaml", "id: share", "id: [share")).containsExactly("facts.yaml:8 yaml");
        }

        @Test
        void refusesAKeyGivenTwice() {
            assertThat(changed(Folder.QUIZ, "passPercent: 70", "draw: 1\npassPercent: 70"))
                    .containsExactly(Folder.QUIZ + ":3 duplicate-key");
        }

        @Test
        void refusesAliases() {
            assertThat(changed(
                            "basics/course.yaml",
                            "summary: {en: What it is about., bn: কী নিয়ে।}",
                            "summary: &s {en: A, bn: ক}\nlanguage: *s"))
                    .contains("basics/course.yaml:3 yaml");
        }

        @Test
        void takesAnAnswerOfNoForAWord() {
            assertThat(changed(Folder.QUIZ, "{id: b,", "{id: no,")).isEmpty();
        }

        @Test
        void refusesWhatTheFormatDoesNotKnow() {
            assertThat(changed("basics/course.yaml", "language: bn", "language: bn\ncolour: red"))
                    .containsExactly("basics/course.yaml:4 unknown-field");
        }

        @Test
        void survivesFilesOfAnotherShape() {
            for (String path : List.of(
                    "programme.yaml",
                    "glossary.yaml",
                    "facts.yaml",
                    "basics/course.yaml",
                    Folder.MODULE,
                    Folder.QUIZ)) {
                for (String text : List.of(
                        "", "word", "- a\n- b\n", "title: []\nitems: {a: b}\ncourses: x\nterms: [a]\nfacts: [a]\n")) {
                    assertThat(Folder.good().with(path, text).faults()).isNotEmpty();
                }
            }
        }
    }

    private static List<String> changed(String file, String old, String replacement) {
        return Folder.good().replace(file, old, replacement).faults();
    }
}
