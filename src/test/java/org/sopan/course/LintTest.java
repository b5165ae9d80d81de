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

    /** Refuses every item. */
    public static final class Objection implements ItemCheck {
        @Override
        public List<String> faults(String type, JsonObject definition) {
            return List.of(type + " is refused");
        }
    }

    private boolean lint() {
        return Lint.lint(folder, Folder.TODAY, new PrintStream(printed, true, StandardCharsets.UTF_8));
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
