package org.sopan.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built jar, started as the demo on a free port with a data folder of its own. It ends with this process. */
final class DemoServer implements AutoCloseable {
    private static final int TRIES = 3_000;
    private final Process process;
    private final String address;
    private final Path folder;

    private DemoServer(Process process, String address, Path folder) {
        this.process = process;
        this.address = address;
        this.folder = folder;
    }

    /**
     * Starts one.
     *
     * @param limited whether the first module's quiz allows two attempts of 45 minutes, which otherwise has no limits
     */
    static DemoServer start(String name, boolean limited) throws IOException {
        Path jar = Path.of(System.getProperty("sopan.test.jar"));
        Path folder = emptied(jar.resolveSibling("browser").resolve(name));
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("sopan.test.jvm").split(" ")));
        command.addAll(List.of("-jar", jar.toString(), "demo"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SOPAN_"));
        builder.environment().put("SOPAN_DEMO_HISTORY", "false");
        builder.environment().put("SOPAN_PORT", Integer.toString(port));
        builder.environment().put("SOPAN_DATA", folder.resolve("data").toString());
        if (limited) {
            builder.environment()
                    .put(
                            "SOPAN_COURSES",
                            limitedCourses(folder.resolve("courses")).toString());
        }
        builder.redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("log.txt").toFile());
        return new DemoServer(builder.start(), "http://127.0.0.1:" + port, folder);
    }

    /** The mail it sends. */
    Letters letters() {
        return new Letters(folder.resolve("data").resolve("mail"));
    }

    /** The same, reached by another address. */
    DemoServer at(String otherAddress) {
        return new DemoServer(process, otherAddress, folder);
    }

    Path data() {
        return folder.resolve("data");
    }

    /** What authors write; only of one with a limited quiz, and each save goes live. */
    Path courses() {
        return folder.resolve("courses");
    }

    String address() {
        return address;
    }

    /** The password the demo announced; all its people share it. */
    String password() throws IOException {
        return Files.readAllLines(folder.resolve("out.txt")).get(0).split(" ")[2];
    }

    void awaitReady() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready =
                HttpRequest.newBuilder(URI.create(address + "/health/ready")).build();
        for (int tries = 0; tries < TRIES; tries++) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the demo ended; its log is in " + folder);
            }
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // nothing listens yet
            }
        }
        throw new IllegalStateException("the demo was not ready in time; its log is in " + folder);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path limitedCourses(Path copy) throws IOException {
        Path courses = Path.of("courses");
        try (Stream<Path> all = Files.walk(courses)) {
            for (Path each : all.toList()) {
                Files.copy(each, copy.resolve(courses.relativize(each).toString()));
            }
        }
        Path quiz = copy.resolve("foundations/m1-ideas-rights-standards/quiz.yaml");
        Files.writeString(
                quiz, Files.readString(quiz).replace("attempts: unlimited", "attempts: 2\ntimeLimitMinutes: 45"));
        return copy;
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
