package org.sopan.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of the jar, from its command line to its exit code. What it writes goes into two files of its folder; it has
 * nothing of the environment's settings, and does not outlive the tests.
 */
final class SopanProcess implements AutoCloseable {
    private final Process process;
    private final Thread lastResort;
    private final Path output;
    private final Path log;

    private SopanProcess(Process process, Path output, Path log) {
        this.process = process;
        this.output = output;
        this.log = log;
        lastResort = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** Runs {@code java -jar sopan.jar COMMAND…} in the folder, with these system properties. */
    static SopanProcess run(Path folder, Map<String, String> settings, String... command) {
        Path output = folder.resolve("output.txt");
        Path log = folder.resolve("log.txt");
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(Workplace.JVM);
        words.add("-Djava.io.tmpdir=" + folder);
        settings.forEach((name, value) -> words.add("-D" + name + "=" + value));
        words.addAll(List.of("-jar", Workplace.JAR.toString()));
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SOPAN_") || name.equals("JAVA_TOOL_OPTIONS"));
        try {
            return new SopanProcess(builder.start(), output, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    List<String> outputLines() {
        return Workplace.read(output).lines().toList();
    }

    String log() {
        return Workplace.read(log);
    }

    /** The code it ends with by itself. */
    int exitCode(Duration bound) {
        try {
            if (process.waitFor(bound.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("still running after " + bound.toSeconds() + " s\n" + log());
    }

    /** Asks it to end (SIGTERM). */
    void terminate() {
        process.destroy();
    }

    /** As {@code kill -9} does: nothing of it runs any more when this returns. */
    void kill() {
        process.destroyForcibly();
        exitCode(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }
}
