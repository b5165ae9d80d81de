package org.sopan.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A curriculum in memory: the smallest one without a fault, and what a test changes in it. */
final class Folder {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final String EN = "basics/m1-words/01-first.en.md";
    static final String BN = "basics/m1-words/01-first.bn.md";
    static final String SECOND_EN = "basics/m1-words/02-second.en.md";
    static final String SECOND_BN = "basics/m1-words/02-second.bn.md";
    static final String QUIZ = "basics/m1-words/quiz.yaml";
    static final String MODULE = "basics/m1-words/module.yaml";

    private final Map<String, String> texts = new TreeMap<>();

    private Folder() {}

    static Folder good() {
        return new Folder()
                .with("programme.yaml", PROGRAMME)
                .with("glossary.yaml", GLOSSARY)
                .with("facts.yaml", FACTS)
                .with("basics/course.yaml", COURSE)
                .with(MODULE, MODULE_YAML)
                .with(QUIZ, QUIZ_YAML)
                .with(EN, FIRST_EN)
                .with(BN, FIRST_BN)
                .with(SECOND_EN, SECOND.formatted("Second"))
                .with(SECOND_BN, SECOND.formatted("দ্বিতীয়"));
    }

    Folder with(String path, String text) {
        texts.put(path, text);
        return this;
    }

    Folder without(String path) {
        texts.remove(path);
        return this;
    }

    /** Changes the first occurrence; the test is wrong when there is none. */
    Folder replace(String path, String old, String replacement) {
        String text = String.valueOf(texts.get(path));
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException(path + " has no " + old);
        }
        return with(path, text.substring(0, at) + replacement + text.substring(at + old.length()));
    }

    /** Puts the same text at the end of both languages of the first lesson. */
    Folder append(String text) {
        return with(EN, texts.get(EN) + text).with(BN, texts.get(BN) + text);
    }

    CourseFiles files() {
        return new CourseFiles(texts);
    }

    Reading read() {
        return new CourseReader(TODAY, (type, definition) -> List.of()).read(files());
    }

    Course course() {
        Reading reading = read();
        Course course = reading.courses().get("basics");
        if (course == null) {
            throw new IllegalStateException("unreadable: " + reading.faults());
        }
        return course;
    }

    /** The faults as {@code file:line code}, in order. */
    List<String> faults() {
        return read().faults().stream()
                .map(fault -> fault.file() + ":" + fault.line() + " " + fault.code())
                .toList();
    }

    /** The line on which a text first stands in a file. */
    int line(String path, String words) {
        List<String> lines = String.valueOf(texts.get(path)).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(words)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(path + " has no " + words);
    }

    private static final String PROGRAMME =
            """
            title: {en: Training, bn: প্রশিক্ষণ}
            courses: [basics]
            tracks:
              bpatc: [m1-words]
            awards:
              - kind: completion
                title: {en: Certificate, bn: সনদ}
                scope: course
                conditions: course
                issue: automatic
            """;
    private static final String GLOSSARY =
            """
            terms:
              - id: relief
                term: {en: Relief, bn: ত্রাণ}
                also: {en: [relief goods], bn: [ত্রাণসামগ্রী]}
                definition: {en: "Help <soon> after a disaster.", bn: দুর্যোগের পরের সহায়তা।}
              - id: pension
                term: {en: Pension, bn: পেনশন}
                definition: {en: Income in old age., bn: বার্ধক্যের আয়।}
            """;
    private static final String FACTS =
            """
            facts:
              - id: clusters
                value: "5"
                unit: {en: clusters, bn: টি ক্লাস্টার}
                source: {title: The strategy, publisher: GED, year: 2015}
                asOf: 2026-06-30
              - id: share
                value: "17.83"
                unit: "%"
                source: {title: The budget, publisher: Finance Division, year: 2025, url: "https://example.org/b"}
                asOf: 2026-06-30
              - id: total
                value: "1,16,731"
                unit: {en: crore taka, bn: কোটি টাকা}
                source: {title: The budget, publisher: Finance Division, year: 2025}
                asOf: 2026-06-30
            """;
    private static final String COURSE =
            """
            title: {en: Basics, bn: ভিত্তি}
            summary: {en: What it is about., bn: কী নিয়ে।}
            language: bn
            modules: [m1-words]
            completion:
              - lessons: required
              - quizzes: passed
            certificate: {design: official}
            """;
    private static final String MODULE_YAML =
            """
            title: {en: Words, bn: শব্দ}
            outcomes:
              - {id: o1, level: understand, text: {en: Tell words apart, bn: শব্দ চেনা}}
            sources:
              - {id: nsss, title: The strategy, publisher: GED, year: 2015, url: "https://example.org/s"}
              - {id: budget, title: The budget, publisher: Finance Division, year: 2025}
            """;
    private static final String QUIZ_YAML =
            """
            title: {en: Quiz, bn: কুইজ}
            draw: 1
            passPercent: 70
            attempts: unlimited
            items:
              - id: q1
                use: practice
                type: single
                outcome: o1
                level: remember
                points: 1
                prompt: {en: "Which?", bn: "কোনটি?"}
                choices:
                  - {id: a, correct: true, text: {en: This, bn: এটি}, feedback: {en: "Yes.", bn: ঠিক।}}
                  - {id: b, text: {en: That, bn: সেটি}, feedback: {en: "No.", bn: না।}}
                feedback: {en: This one., bn: এটিই।}
              - id: q2
                use: practice
                type: numeric
                outcome: o1
                level: apply
                points: 2
                prompt: {en: "How many?", bn: "কয়টি?"}
                answer: "12.5"
                tolerance: "0.1"
                unit: {en: "*tons*", bn: টন}
                feedback: {en: Count., bn: গুনুন।}
            """;
    private static final String FIRST_EN =
            """
            ---
            title: First
            outcomes: [o1]
            minutes: {activity: 10, reflect: 5}
            asOf: 2026-11-01
            sources: [nsss]
            ---

            Opening.

            ## Words

            [Relief](term:relief) reaches {{fact:clusters}}, {{fact:share}}.

            ::: case #two-cards Two cards
            Amena has two.
            :::

            ## Recap

            - One.
            """;
    private static final String FIRST_BN =
            """
            ---
            title: প্রথম
            outcomes: [o1]
            minutes: {activity: 10, reflect: 5}
            asOf: 2026-11-01
            sources: [nsss]
            ---

            শুরু।

            ## শব্দ

            [ত্রাণ](term:relief) যায় {{fact:clusters}}, {{fact:share}}।

            ::: case #two-cards দুটি কার্ড
            আমেনার দুটি আছে।
            :::

            ## সারকথা

            - এক।
            """;
    private static final String SECOND =
            """
            ---
            title: %s
            outcomes: [o1]
            minutes: {activity: 20}
            ---

            Text.
            """;
}
