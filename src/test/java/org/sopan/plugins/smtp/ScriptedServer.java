package org.sopan.plugins.smtp;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.sopan.spi.message.MessageChannel.Surroundings;

/**
 * An SMTP server on a loopback port that misbehaves as it is told, which real ones in tests do not. It speaks enough of
 * RFC 5321 for one mail program, with STARTTLS or TLS if it has a certificate.
 */
public final class ScriptedServer implements AutoCloseable {
    /** Hangs up without a word. */
    static final String DROP = "drop";
    /** Says nothing more until the other side gives up. */
    static final String HANG = "hang";

    private final ServerSocket listening;
    private final Thread accepting;
    private final @Nullable SSLContext tls;
    private final boolean fromTheFirstByte;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    /** What was taken over, as it came. */
    public final List<byte[]> taken = new CopyOnWriteArrayList<>();
    /** What is answered to a verb, given what came with it; null for what a sound server says. */
    public final Map<String, Function<String, @Nullable String>> replies = new ConcurrentHashMap<>();

    public ScriptedServer() {
        this(null, false);
    }

    ScriptedServer(@Nullable SSLContext tls, boolean fromTheFirstByte) {
        this.tls = tls;
        this.fromTheFirstByte = fromTheFirstByte;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = new Thread(this::accept, "scripted-smtp");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** Always answers this to that verb. */
    void reply(String verb, String reply) {
        replies.put(verb, argument -> reply);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How one is told to send through this server. */
    public Surroundings surroundings(String security, Map<String, String> more) {
        Map<String, String> settings = new java.util.HashMap<>(Map.of(
                "sopan.smtp.host",
                "127.0.0.1",
                "sopan.smtp.port",
                Integer.toString(port()),
                "sopan.smtp.security",
                security));
        settings.putAll(more);
        return new Told(settings);
    }

    private record Told(Map<String, String> settings) implements Surroundings {
        @Override
        public Optional<String> setting(String name) {
            return Optional.ofNullable(settings.get(name));
        }

        @Override
        public Path data() {
            return Path.of("none");
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                sockets.add(socket);
                Thread thread = new Thread(() -> serve(socket), "scripted-smtp-line");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket plain) {
        try (Socket socket = fromTheFirstByte ? secured(plain) : plain) {
            connections.incrementAndGet();
            Socket current = socket;
            BufferedReader in = reader(current);
            if (!say(current, scripted("GREETING", "", "220 scripted"))) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split("[ :]", 2);
                String verb = words[0].toUpperCase(java.util.Locale.ROOT);
                String argument = words.length > 1 ? words[1] : "";
                if (verb.equals("STARTTLS") && tls != null) {
                    say(current, "220 go ahead");
                    current = secured(current);
                    in = reader(current);
                    continue;
                }
                if (!say(current, scripted(verb, argument, usual(verb)))) {
                    return;
                }
                if (verb.equals("DATA") && !takeOver(current, in)) {
                    return;
                }
            }
        } catch (IOException e) {
            // the other side is gone
        }
    }

    private boolean takeOver(Socket socket, BufferedReader in) throws IOException {
        if (!scripted("DATA", "", "354").startsWith("354")) {
            return true;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            body.writeBytes(
                    ((line.startsWith(".") ? line.substring(1) : line) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        String reply = scripted(".", body.toString(StandardCharsets.ISO_8859_1), "250 taken");
        if (reply.startsWith("250") || reply.startsWith("taken ")) {
            taken.add(body.toByteArray());
        }
        return say(socket, reply.replaceFirst("^taken ", ""));
    }

    private String usual(String verb) {
        return switch (verb) {
            case "EHLO" ->
                tls == null || fromTheFirstByte ? "250-scripted\r\n250 AUTH PLAIN" : "250-scripted\r\n250 STARTTLS";
            case "DATA" -> "354 go on";
            case "AUTH" -> "235 welcome";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private String scripted(String verb, String argument, String usual) {
        Function<String, @Nullable String> script = replies.get(verb);
        String reply = script == null ? null : script.apply(argument);
        return reply == null ? usual : reply;
    }

    /** False if the connection is over. */
    private static boolean say(Socket socket, String reply) throws IOException {
        if (reply.equals(HANG)) {
            return socket.getInputStream().read() >= 0 && false;
        }
        if (!reply.equals(DROP)) {
            socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        return !reply.equals(DROP) && !reply.startsWith("421") && !reply.startsWith("221");
    }

    private Socket secured(Socket socket) throws IOException {
        SSLContext context = java.util.Objects.requireNonNull(tls);
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            listening.close();
            // until its thread has left, the port still takes connections
            accepting.join();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
