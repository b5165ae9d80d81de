package org.sopan.system;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server that is ready: on a free port, over a data folder of its own. Closing it ends the process. */
final class RunningServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(30);
    private final Path folder;
    private final String command;
    private final Map<String, String> settings;
    private SopanProcess process;
    private List<String> saidBeforeReady = List.of();

    private RunningServer(Path folder, String command, Map<String, String> settings) {
        this.folder = folder;
        this.command = command;
        this.settings = new HashMap<>(settings);
        this.settings.putIfAbsent("sopan.port", Integer.toString(Workplace.freePort()));
        this.settings.putIfAbsent("sopan.demo.history", "false");
        this.settings.putIfAbsent("sopan.data", folder.resolve("data").toString());
        this.settings.putIfAbsent("sopan.courses", Workplace.COURSES.toString());
        this.settings.putIfAbsent("sopan.roster.undo.minutes", "0");
        this.process = launch();
    }

    /** The demo with its people, in this folder. */
    static RunningServer demo(Path folder, Map<String, String> settings) {
        return new RunningServer(folder, "demo", settings);
    }

    /** A real server, in this folder. */
    static RunningServer start(Path folder, Map<String, String> settings) {
        return new RunningServer(folder, "start", settings);
    }

    private SopanProcess launch() {
        SopanProcess launched = SopanProcess.run(folder, settings, command);
        try {
            Eventually.holds("the server is ready", START, () -> {
                if (!launched.isAlive()) {
                    throw new AssertionError("the server ended:\n" + launched.log());
                }
                List<String> lines = launched.outputLines();
                boolean ready = isReady();
                saidBeforeReady = ready ? saidBeforeReady : lines;
                return ready;
            });
            return launched;
        } catch (Throwable failure) {
            launched.close();
            throw failure;
        }
    }

    private boolean isReady() {
        try {
            return api().get("/health/ready").status() == 200;
        } catch (Api.NoAnswer e) {
            return false;
        }
    }

    /** Starts it again on the same folder and port. */
    void restart() {
        process = launch();
    }

    void kill() {
        process.close();
    }

    /** Asks it to stop, and gives its exit code. */
    int stop() {
        process.terminate();
        return process.exitCode(STOP);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return Integer.parseInt(setting("sopan.port"));
    }

    Path data() {
        return Path.of(setting("sopan.data"));
    }

    /** What this server was started with; for commands about it, such as {@code backup}. */
    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    long pid() {
        return process.pid();
    }

    /** What stood on standard output while the server was not ready yet. */
    List<String> saidBeforeReady() {
        return saidBeforeReady;
    }

    String log() {
        return process.log();
    }

    Api api() {
        return Api.to(url());
    }

    /** Signed in as one of the demo's people. */
    Api as(String name) {
        return api().signIn(name + "@sopan.example", password());
    }

    /** The one that the demo's people share. */
    String password() {
        return process.outputLines().get(0).split(" ")[2];
    }

    private String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    /** Ends the process; the unpacked server, 140 MB, is not worth keeping. */
    @Override
    public void close() {
        process.close();
        Workplace.delete(data().resolve("run"));
    }
}
