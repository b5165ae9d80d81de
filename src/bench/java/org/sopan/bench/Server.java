package org.sopan.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The jar as an operator runs it, in a process of its own on a free port of loopback, with a data folder that is empty
 * before. Ended by its own handle, also when the bench is interrupted.
 */
final class Server implements AutoCloseable {
    static final String ADMINISTRATOR = "administrator@bench.example";
    static final String PASSWORD = "a-password-for-the-bench";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private final Process process;
    private final Thread endWithBench;
    private final URI url;
    private final Path data;
    private final Duration untilReady;
    private final Duration cpuUntilReady;

    private Server(Process process, URI url, Path data) throws IOException, InterruptedException {
        this.process = process;
        this.endWithBench = new Thread(process::destroyForcibly);
        this.url = url;
        this.data = data;
        Runtime.getRuntime().addShutdownHook(endWithBench);
        long began = System.nanoTime();
        awaitReady();
        this.untilReady = Duration.ofNanos(System.nanoTime() - began);
        this.cpuUntilReady = cpu();
    }

    static Server start(Path jar, List<String> jvm, Path courses, Path folder)
            throws IOException, InterruptedException {
        clear(folder);
        return start(jar, jvm, courses, folder, Map.of());
    }

    /** Starts on what is in the folder already, with more of the environment. */
    static Server start(Path jar, List<String> jvm, Path courses, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("data"));
        int port = freePort();
        URI url = URI.create("http://127.0.0.1:" + port);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString(), "start"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SOPAN_"));
        builder.environment()
                .putAll(Map.of(
                        "SOPAN_PORT", Integer.toString(port),
                        "SOPAN_URL", url.toString(),
                        "SOPAN_DATA", data.toString(),
                        "SOPAN_COURSES", courses.toString(),
                        "SOPAN_ROSTER_UNDO_MINUTES", "0",
                        "SOPAN_ADMINISTRATOR_EMAIL", ADMINISTRATOR,
                        "SOPAN_ADMINISTRATOR_PASSWORD", PASSWORD));
        builder.environment().putAll(environment);
        return new Server(builder.start(), url, data);
    }

    URI url() {
        return url;
    }

    /** Where mail is written, since no SMTP server is set. */
    Path mail() {
        return data.resolve("mail");
    }

    Duration untilReady() {
        return untilReady;
    }

    Duration cpuUntilReady() {
        return cpuUntilReady;
    }

    /** User and system time of the process so far; on Linux it is told in hundredths of a second. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Resident memory now, and the most there ever was, in megabytes. Told by Linux only. */
    Memory memory() throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
        return new Memory(megabytes(status, "VmRSS:"), megabytes(status, "VmHWM:"));
    }

    /** Megabytes of 1,048,576 bytes. */
    record Memory(long now, long most) {}

    private static long megabytes(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(url.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(client, ready)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                close();
                throw new IOException("the server did not become ready; see server.log beside " + data);
            }
            TimeUnit.MILLISECONDS.sleep(25);
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest ready) throws InterruptedException {
        try {
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        Files.createDirectories(folder);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Runtime.getRuntime().removeShutdownHook(endWithBench);
    }
}
