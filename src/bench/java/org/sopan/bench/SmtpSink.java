package org.sopan.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A mail server that takes everything over at once, keeps none of it, and remembers when it came. */
final class SmtpSink implements AutoCloseable {
    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String ID = "message-id:";
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();

    SmtpSink() throws IOException {
        Thread thread = new Thread(this::accept, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    int taken() {
        return taken.size();
    }

    /** Moments in nanoseconds at which messages came, in order. */
    long[] moments() {
        return taken.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** How many messages came more than once. */
    long twice() {
        return ids.values().stream().filter(count -> count > 1).count();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                Thread thread = new Thread(() -> serve(socket), "smtp-sink-line");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket accepted) {
        try (Socket socket = accepted) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            OutputStream out = socket.getOutputStream();
            say(out, "220 sink");
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    ids.merge(take(in), 1, Integer::sum);
                    taken.add(System.nanoTime());
                }
                say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException e) {
            // the other side is gone
        }
    }

    /** Reads one message to its end and gives its Message-ID. */
    private static String take(InputStream in) throws IOException {
        String id = "";
        for (String line = line(in); !line.equals("\r\n"); line = line(in)) {
            if (line.regionMatches(true, 0, ID, 0, ID.length())) {
                id = line.substring(ID.length()).strip();
            }
        }
        int matched = 2;
        for (int each = in.read(); each >= 0; each = in.read()) {
            matched = each == END[matched] ? matched + 1 : each == END[0] ? 1 : 0;
            if (matched == END.length) {
                return id;
            }
        }
        throw new IOException("a message without an end");
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = in.read(); each >= 0; each = in.read()) {
            line.append((char) each);
            if (each == '\n') {
                break;
            }
        }
        return line.toString();
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
