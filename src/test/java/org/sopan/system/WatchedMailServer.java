package org.sopan.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * An SMTP server (RFC 5321, as little of it as a sender needs) that tells its watcher how far a message is, before it
 * answers. What it has read whole it keeps, whether or not its sender lived to hear so.
 */
final class WatchedMailServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private volatile Consumer<Stage> watcher = stage -> {};

    WatchedMailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** How far a message is. */
    enum Stage {
        ADDRESSED,
        ACKNOWLEDGED
    }

    /** Whom to tell from now on; what it throws drops the connection. */
    void watch(Consumer<Stage> other) {
        watcher = other;
    }

    Map<String, String> settings() {
        return Map.of(
                "sopan.smtp.host", "127.0.0.1",
                "sopan.smtp.port", Integer.toString(socket.getLocalPort()),
                "sopan.smtp.security", "plain",
                "sopan.mail.from", "Sopan <sopan@tot.example>");
    }

    /** The messages kept, as they came. */
    List<String> kept() {
        return List.copyOf(kept);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                daemon(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "watched-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = connection.getOutputStream();
            say(out, "220 watched");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split(" ")[0].toUpperCase(Locale.ROOT);
                if (verb.equals("DATA")) {
                    say(out, "354 go on");
                    kept.add(content(in));
                    say(out, "250 kept");
                    watcher.accept(Stage.ACKNOWLEDGED);
                } else {
                    if (verb.equals("RCPT")) {
                        watcher.accept(Stage.ADDRESSED);
                    }
                    say(out, verb.equals("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException | Dropped gone) {
            // the sender is gone, or is to believe that we are
        }
    }

    /** Thrown by a watcher to drop the connection. */
    static final class Dropped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return content.toString();
            }
            content.append(line).append('\n');
        }
        throw new Dropped();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
