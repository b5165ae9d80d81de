package org.sopan.container;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Someone who speaks HTTP with the server and sends the same headers each time: nobody yet, or a signed-in person. */
record Visitor(URI server, List<String> headers) {
    private static final String PASSWORD = "bakul-shiuli-kadam";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Visitor stranger(URI server) {
        return new Visitor(server, List.of());
    }

    /** The demo's person of this name, with a token that the server has not met before. */
    Visitor signedIn(String name) {
        Answer answer = with().post("/api/session", credentials(name));
        return with("Authorization", "Bearer " + answer.json().asJsonObject().getString("token"));
    }

    static String credentials(String name) {
        return Json.createObjectBuilder()
                .add("email", name + "@sopan.example")
                .add("password", PASSWORD)
                .build()
                .toString();
    }

    /** The same server, and these headers instead. */
    Visitor with(String... instead) {
        return new Visitor(server, List.of(instead));
    }

    Visitor and(String... more) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return new Visitor(server, List.copyOf(all));
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    /** Sends a body as JSON unless the headers say otherwise; an empty one is none. */
    Answer send(String method, String path, String body) {
        if (body.isEmpty()) {
            return send(method, path, BodyPublishers.noBody());
        }
        Visitor typed = headers.contains("Content-Type") ? this : and("Content-Type", "application/json");
        return typed.send(method, path, BodyPublishers.ofString(body));
    }

    private Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What the server answered. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        /** The header; the empty word when there is none. */
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        JsonStructure json() {
            try (JsonReader reader = Json.createReader(new StringReader(text()))) {
                return reader.read();
            }
        }

        String id() {
            return json().asJsonObject().getString("id");
        }
    }
}
