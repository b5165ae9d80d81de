package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void printsEachFaultWithFileAndLineInOrderAndASummary() throws IOException {
        write(Folder.good()
                .replace("facts.yaml", "asOf: 2026-06-30", "asOf: 2025-06-30")
                .replace("basics/course.yaml", "quizzes", "riddles"));
        assertThat(lint()).isFalse();
        assertThat(lines())
                .containsExactly(
                        folder.resolve("basics/course.yaml")
                                + ":7: error unknown-condition nothing can meet such a condition: riddles",
                        folder.resolve("facts.yaml")
                                + ":6: warning stale last checked on 2025-06-30, more than a year ago",
                        "0 courses, 1 errors, 1 warnings");
    }

    @Test
    void passesWithWarnings() throws IOException {
        write(Folder.good().replace("facts.yaml", "asOf: 2026-06-30", "asOf: 2025-06-30"));
        assertThat(lint()).isTrue();
        assertThat(lines()).last().isEqualTo("1 courses, 0 errors, 1 warnings");
    }

    @Test
    void asksTheInstalledChecks(@TempDir Path services) throws IOException {
        Path file = services.resolve("META-INF/services/" + ItemCheck.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, Objection.class.getName());
        write(Folder.good());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {services.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            assertThat(lint()).isFalse();
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(lines()).anyMatch(line -> line.endsWith("quiz.yaml:17: error item numeric is refused"));
    }

    @Test
    void reportsWhatThereIsWhenAsked() throws IOException {
        write(Folder.good()
                .with("basics/m1-words/kit/session-plan.en.md", "---\ntitle: Plan\n---\n\nText.\n")
                .with("basics/m1-words/kit/session-plan.bn.md", "---\ntitle: পরিকল্পনা\n---\n\nকথা।\n")
                .with("basics/m2-broken/module.yaml", "title: none\n")
                .replace("basics/course.yaml", "[m1-words]", "[m1-words, m2-broken]"));
        assertThat(lint(true)).isFalse();
        assertThat(lines())
                .containsSequence(
                        "basics/m1-words: 2 lessons, 35 minutes",
                        "  first: 14 words en, 14 bn, median sentence 3 bn; 15 minutes; 872 bytes",
                        "  second: 1 words en, 1 bn, median sentence 1 bn; 20 minutes; 13 bytes",
                        "  median Bangla sentence: 1 words",
                        "  practice items: 2; remember 1, apply 1",
                        "    numeric 1: apply 1",
                        "    single 1: remember 1",
                        "    right: a 1",
                        "  kit: session-plan",
                        "  figures: none",
                        "",
                        "basics/m2-broken: not counted before its errors are mended");
    }

    @Test
    void reportsNothingUnasked() throws IOException {
        write(Folder.good());
        assertThat(lint()).isTrue();
        assertThat(lines()).containsExactly("1 courses, 0 errors, 0 warnings");
    }

    /** Refuses every item. */
    public static final class Objection implements ItemCheck {
        @Override
        public List<String> faults(String type, JsonObject definition) {
            return List.of(type + " is refused");
        }
    }

    private boolean lint() {
        return lint(false);
    }

    private boolean lint(boolean report) {
        return Lint.lint(folder, Folder.TODAY, report, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void write(Folder files) throws IOException {
        for (var entry : files.files().texts().entrySet()) {
            Path path = folder.resolve(entry.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, entry.getValue());
        }
    }
}
