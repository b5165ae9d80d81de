package org.sopan.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line between a browser and a server, on which every byte that comes back is counted for the request it answers:
 * headers too, and what a service worker fetches, of which no page is told.
 */
final class Wire implements AutoCloseable {
    private static final Pattern REQUEST = Pattern.compile("^(GET|PUT|POST|DELETE|HEAD) (\\S+) HTTP/1\\.1\r\n");
    private static final int CHUNK = 16 * 1024;
    private final ServerSocket near;
    private final int far;
    private final List<Exchange> exchanges = new ArrayList<>();
    private volatile Predicate<String> lost = path -> false;

    private Wire(ServerSocket near, int far) {
        this.near = near;
        this.far = far;
    }

    /** A request, and how many bytes came back for it. */
    record Exchange(String method, String path, AtomicLong bytes) {
        @Override
        public String toString() {
            return bytes + " " + method + " " + path;
        }
    }

    /** Runs to the server at this address until closed. */
    static Wire to(String address) throws IOException {
        Wire wire = new Wire(
                new ServerSocket(0, 64, InetAddress.getLoopbackAddress()),
                URI.create(address).getPort());
        daemon(wire::accept);
        return wire;
    }

    String address() {
        return "http://127.0.0.1:" + near.getLocalPort();
    }

    /** From now on the server hears such requests and does what they ask, but its answer never arrives. */
    void loseAnswersTo(Predicate<String> path) {
        lost = path;
    }

    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    synchronized void forget() {
        exchanges.clear();
    }

    synchronized long bytes(Predicate<String> path) {
        return exchanges.stream()
                .filter(each -> path.test(each.path()))
                .mapToLong(each -> each.bytes().get())
                .sum();
    }

    @Override
    public void close() throws IOException {
        near.close();
    }

    private synchronized Exchange begin(Matcher request) {
        Exchange exchange = new Exchange(request.group(1), request.group(2), new AtomicLong());
        exchanges.add(exchange);
        return exchange;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = near.accept();
                daemon(() -> carry(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void carry(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), far)) {
            Connection connection = new Connection(client, server);
            daemon(connection::there);
            connection.back();
        } catch (IOException gone) {
            // one of the two hung up
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection; a browser waits for the answer before it asks the next on the same one. */
    private final class Connection {
        private final Socket client;
        private final Socket server;
        private volatile Exchange current = new Exchange("", "", new AtomicLong());

        private Connection(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        private void there() {
            try (server) {
                InputStream in = client.getInputStream();
                OutputStream out = server.getOutputStream();
                byte[] chunk = new byte[CHUNK];
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    Matcher request = REQUEST.matcher(new String(chunk, 0, read, StandardCharsets.ISO_8859_1));
                    if (request.find()) {
                        current = begin(request);
                    }
                    out.write(chunk, 0, read);
                }
            } catch (IOException gone) {
                // the other side tells
            }
        }

        private void back() {
            try {
                InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream();
                byte[] chunk = new byte[CHUNK];
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    if (lost.test(current.path())) {
                        return;
                    }
                    current.bytes().addAndGet(read);
                    out.write(chunk, 0, read);
                }
            } catch (IOException gone) {
                // one of the two hung up
            }
        }
    }
}
