package org.sopan.bench;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A plain client of the API for what has to be there before anything is measured. */
final class Client {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI url;

    Client(URI url) {
        this.url = url;
    }

    JsonValue get(String path, String token) throws IOException, InterruptedException {
        return json(send(request(path, token).GET().build()));
    }

    JsonValue post(String path, String token, JsonValue body) throws IOException, InterruptedException {
        return post(path, token, "application/json", body.toString());
    }

    JsonValue post(String path, String token, String type, String body) throws IOException, InterruptedException {
        return json(send(request(path, token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    /** The ETag that a gzipped answer carries. */
    String tag(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).header("Accept-Encoding", "gzip").GET().build())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofMinutes(5));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    request.method() + " " + request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response;
    }

    static JsonValue parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static JsonValue json(HttpResponse<String> response) {
        return parse(response.body());
    }
}
