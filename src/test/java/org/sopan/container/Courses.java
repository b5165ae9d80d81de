package org.sopan.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a folder of courses of given sizes. In each question what is said is true. */
final class Courses {
    private static final String PROGRAMME =
            """
            title: {en: Training, bn: প্রশিক্ষণ}
            courses: [%s]
            tracks: {}
            awards:
              - kind: completion
                title: {en: Certificate, bn: সনদ}
                scope: course
                conditions: course
                issue: automatic
            """;
    private static final String COURSE =
            """
            title: {en: "Course %1$s", bn: "কোর্স %1$s"}
            summary: {en: What it is about., bn: কী নিয়ে।}
            language: bn
            modules: [%2$s]
            completion:
              - lessons: required
              - quizzes: passed
            certificate: {design: official}
            """;
    private static final String MODULE =
            """
            title: {en: Words, bn: শব্দ}
            outcomes:
              - {id: %s-o1, level: understand, text: {en: Tell words apart, bn: শব্দ চেনা}}
            sources: []
            """;
    private static final String LESSON =
            """
            ---
            title: %2$s
            outcomes: [%1$s-o1]
            minutes: {activity: 20}
            ---

            %3$s
            """;
    private static final String HANDOUT =
            """
            ---
            title: %s
            ---

            ## %s

            - %s
            """;
    private static final String QUIZ =
            """
            title: {en: Quiz, bn: কুইজ}
            draw: %d
            passPercent: 70
            attempts: unlimited
            items:
            """;
    private static final String ITEM =
            """
              - id: %1$s-q%2$d
                use: practice
                type: true-false
                outcome: %1$s-o1
                level: understand
                points: 1
                prompt: {en: "This is so.", bn: "এটি এমন।"}
                answer: true
                feedback: {en: It is., bn: এমনই।}
            """;

    private final Path folder;

    private Courses(Path folder) {
        this.folder = folder;
    }

    static void write(Path folder) throws IOException {
        Courses courses = new Courses(folder);
        List<String> ids = new ArrayList<>(List.of(Ground.SMALL, Ground.LARGE));
        ids.addAll(Ground.MORE);
        courses.file("programme.yaml", PROGRAMME.formatted(String.join(", ", ids)));
        courses.file("glossary.yaml", "terms: []\n");
        courses.file("facts.yaml", "facts: []\n");
        for (String id : ids) {
            boolean large = id.equals(Ground.LARGE);
            courses.course(id, large ? 3 : 1, large ? 12 : 1, large ? 15 : 1);
        }
    }

    private void course(String course, int modules, int lessons, int draw) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int m = 1; m <= modules; m++) {
            String module = course + "-m" + m;
            ids.add(module);
            String path = course + "/" + module + "/";
            file(path + "module.yaml", MODULE.formatted(module));
            StringBuilder quiz = new StringBuilder(QUIZ.formatted(draw));
            for (int i = 1; i <= 2 * draw; i++) {
                quiz.append(ITEM.formatted(module, i));
            }
            file(path + "quiz.yaml", quiz.toString());
            file(path + "kit/handout.en.md", HANDOUT.formatted("Handout", "What counts", "One thing"));
            file(path + "kit/handout.bn.md", HANDOUT.formatted("হ্যান্ডআউট", "যা জরুরি", "একটি কথা"));
            for (int l = 1; l <= lessons; l++) {
                String name = path + "%02d-m%d-l%d.".formatted(l, m, l);
                file(name + "en.md", LESSON.formatted(module, "Lesson " + l, "This lesson."));
                file(name + "bn.md", LESSON.formatted(module, "পাঠ " + l, "এই পাঠ।"));
            }
        }
        file(course + "/course.yaml", COURSE.formatted(course, String.join(", ", ids)));
    }

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
