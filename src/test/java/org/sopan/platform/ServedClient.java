package org.sopan.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A server of the client's files alone, which can be renewed while browsers hold the release before; nobody is signed in. */
public final class ServedClient implements AutoCloseable {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final List<String> LIBRARY = List.of("lit-html.js", "directive.js", "directives/unsafe-html.js");
    private static final String LIT = "/webjars/lit-html/3.3.1/";

    private final HttpServer server;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private volatile ClientRelease release;

    private ServedClient(HttpServer server) throws IOException {
        this.server = server;
        try (Stream<Path> all = Files.walk(WEBAPP)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put("/" + WEBAPP.relativize(file), Files.readAllBytes(file));
            }
        }
        for (String module : LIBRARY) {
            try (InputStream in = ServedClient.class.getResourceAsStream("/META-INF/resources" + LIT + module)) {
                files.put(LIT + module, Objects.requireNonNull(in, module).readAllBytes());
            }
        }
        release = ClientRelease.of(files);
    }

    public static ServedClient start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        ServedClient client = new ServedClient(server);
        server.createContext("/", client::answer);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "client");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        return client;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next release says something else, in scripts and in words. */
    public void renew(String file, String before, String after) {
        files.computeIfPresent(file, (path, content) -> {
            String text = new String(content, StandardCharsets.UTF_8);
            if (!text.contains(before)) {
                throw new IllegalArgumentException(before + " is not in " + path);
            }
            return text.replace(before, after).getBytes(StandardCharsets.UTF_8);
        });
        release = ClientRelease.of(files);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<ClientFile> found = release.find(exchange.getRequestURI().getPath());
            if (found.isEmpty()) {
                exchange.sendResponseHeaders(exchange.getRequestURI().getPath().startsWith("/api/") ? 401 : 404, -1);
                return;
            }
            ClientFile file = found.get();
            exchange.getResponseHeaders().set("Content-Type", file.type());
            exchange.getResponseHeaders().set("Cache-Control", file.caching());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : file.content(false).length);
            if (!head) {
                exchange.getResponseBody().write(file.content(false));
            }
        }
    }
}
