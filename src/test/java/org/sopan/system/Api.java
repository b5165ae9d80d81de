package org.sopan.system;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A client of one server, with the headers that it always sends. */
final class Api {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI server;
    private final Map<String, String> headers;

    private Api(URI server, Map<String, String> headers) {
        this.server = server;
        this.headers = headers;
    }

    static Api to(URI server) {
        return new Api(server, Map.of());
    }

    Api with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(server, more);
    }

    Api withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Api signIn(String email, String password) {
        return withToken(trySignIn(email, password).expect(200).json().getString("token"));
    }

    Answer trySignIn(String email, String password) {
        return post("/api/session", Map.of("email", email, "password", password));
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody(), Map.of());
    }

    Answer post(String path, Map<String, ?> json) {
        return send("POST", path, "application/json", text(json));
    }

    Answer put(String path, Map<String, ?> json) {
        return send("PUT", path, "application/json", text(json));
    }

    Answer send(String method, String path, String type, String body) {
        return send(method, path, BodyPublishers.ofString(body, StandardCharsets.UTF_8), Map.of("Content-Type", type));
    }

    /** Sends a body in chunks, whose length is not told beforehand. */
    Answer upload(String path, String type, InputStream body) {
        return send("POST", path, BodyPublishers.ofInputStream(() -> body), Map.of("Content-Type", type));
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofMinutes(2))
                .method(method, body);
        headers.forEach(request::header);
        more.forEach(request::header);
        try {
            return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new NoAnswer(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Map<String, ?> json) {
        Map<String, Object> fields = new HashMap<>(json);
        return Json.createObjectBuilder(fields).build().toString();
    }

    /** The server was not there, or went away in the middle. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswer(String call, IOException cause) {
            super(call, cause);
        }
    }
}
