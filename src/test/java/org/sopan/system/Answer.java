package org.sopan.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What came back. */
record Answer(String call, int status, HttpHeaders headers, byte[] bytes) {
    static Answer of(HttpResponse<byte[]> response) {
        String call = response.request().method() + " " + response.uri().getPath();
        return new Answer(call, response.statusCode(), response.headers(), response.body());
    }

    Answer expect(int wanted) {
        assertThat(status).as("%s: %s", call, text()).isEqualTo(wanted);
        return this;
    }

    /** A problem document with this status and code. */
    JsonObject problem(int wanted, String code) {
        expect(wanted);
        assertThat(header("Content-Type")).as(call).startsWith("application/problem+json");
        JsonObject problem = json();
        assertThat(problem.getString("type")).as(call).isEqualTo("urn:sopan:problem:" + code);
        assertThat(problem.getInt("status")).as(call).isEqualTo(wanted);
        return problem;
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonObject json() {
        return structure().asJsonObject();
    }

    JsonArray array() {
        return structure().asJsonArray();
    }

    List<JsonObject> objects() {
        return array().getValuesAs(JsonObject.class);
    }

    private JsonStructure structure() {
        try (JsonReader reader = Json.createReader(new StringReader(text()))) {
            return reader.read();
        }
    }
}
