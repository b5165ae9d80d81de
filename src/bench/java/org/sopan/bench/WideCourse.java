package org.sopan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of two synthetic courses: one of 130 steps, such as the peers are measured with, and one of 14. */
final class WideCourse {
    static final String WIDE = "wide";
    static final String SHORT = "short";
    private static final int LESSONS = 12;

    private WideCourse() {}

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("facts.yaml"),
                "facts:\n"
                        + "  - {id: one, value: \"5\", unit: {en: clusters, bn: টি ক্লাস্টার}, source: {title: The strategy, publisher: GED, year: 2015}, asOf: 2026-06-30}\n");
        Files.writeString(
                folder.resolve("glossary.yaml"),
                "terms:\n  - {id: relief, term: {en: Relief, bn: ত্রাণ}, definition: {en: Help after a disaster., bn: দুর্যোগের পরের সহায়তা।}}\n");
        Files.writeString(
                folder.resolve("programme.yaml"),
                """
                title: {en: Training, bn: প্রশিক্ষণ}
                courses: [wide, short]
                tracks: {}
                awards:
                  - {kind: completion, title: {en: Certificate, bn: সনদ}, scope: course, conditions: course, issue: automatic}
                """);
        course(folder.resolve(WIDE), WIDE, 10, LESSONS);
        course(folder.resolve(SHORT), SHORT, 1, LESSONS + 1);
    }

    private static void course(Path folder, String id, int modules, int lessons) throws IOException {
        StringBuilder names = new StringBuilder();
        for (int m = 1; m <= modules; m++) {
            String module = "m%d-%s".formatted(m, id);
            names.append(m == 1 ? "" : ", ").append(module);
            module(Files.createDirectories(folder.resolve(module)), id + m, lessons);
        }
        Files.writeString(
                folder.resolve("course.yaml"),
                """
                title: {en: Course %1$s, bn: কোর্স}
                summary: {en: What it is about., bn: কী নিয়ে।}
                language: bn
                modules: [%2$s]
                completion:
                  - lessons: required
                  - quizzes: passed
                certificate: {design: official}
                selfEnrolment: true
                """
                        .formatted(id, names));
    }

    private static void module(Path folder, String id, int lessons) throws IOException {
        Files.writeString(
                folder.resolve("module.yaml"),
                """
                title: {en: Module %1$s, bn: মডিউল}
                outcomes:
                  - {id: o-%1$s, level: understand, text: {en: Tell things apart, bn: পার্থক্য চেনা}}
                sources:
                  - {id: strategy, title: The strategy, publisher: GED, year: 2015}
                """
                        .formatted(id));
        for (int i = 1; i <= lessons; i++) {
            String name = "%02d-%s-l%d".formatted(i, id, i);
            lesson(folder.resolve(name + ".en.md"), id, "Lesson " + i, "One.");
            lesson(folder.resolve(name + ".bn.md"), id, "পাঠ", "এক।");
        }
        StringBuilder quiz = new StringBuilder(
                """
                title: {en: Quiz %s, bn: কুইজ}
                draw: 2
                passPercent: 70
                attempts: unlimited
                items:
                """
                        .formatted(id));
        for (String level : List.of("remember", "understand", "apply", "analyse")) {
            quiz.append(
                    """
                      - id: %1$s-%2$s
                        use: practice
                        type: true-false
                        outcome: o-%1$s
                        level: %2$s
                        points: 1
                        prompt: {en: "Is it so, as far as %2$s goes?", bn: "তাই কি?"}
                        answer: true
                        feedback: {en: Yes., bn: হ্যাঁ।}
                    """
                            .formatted(id, level));
        }
        Files.writeString(folder.resolve("quiz.yaml"), quiz.toString());
    }

    private static void lesson(Path file, String module, String title, String text) throws IOException {
        Files.writeString(
                file,
                """
                ---
                title: %s
                outcomes: [o-%s]
                minutes: {activity: 10}
                sources: [strategy]
                ---

                %s
                """
                        .formatted(title, module, text));
    }
}
