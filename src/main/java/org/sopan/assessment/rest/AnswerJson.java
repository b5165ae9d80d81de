package org.sopan.assessment.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/** Reads answers from JSON by hand: a response may be any value, and a null one is not the same as a missing one. */
final class AnswerJson {
    private AnswerJson() {}

    static JsonValue parse(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw Invalid.malformed("malformed-json");
        }
    }

    static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw Invalid.malformed("malformed-json");
    }

    static JsonValue response(JsonObject answer) {
        JsonValue response = answer.get("response");
        if (response == null) {
            throw Invalid.malformed("invalid-input", new FieldError("response", "missing"));
        }
        return response;
    }

    /** An integer from 1. */
    static int seq(JsonObject answer) {
        JsonValue seq = answer.get("seq");
        if (seq == null || seq == JsonValue.NULL) {
            throw Invalid.malformed("invalid-input", new FieldError("seq", "missing"));
        }
        if (seq instanceof JsonNumber number && number.isIntegral()) {
            long value = number.bigDecimalValue().precision() > 10 ? 0 : number.longValue();
            if (value >= 1 && value <= Integer.MAX_VALUE) {
                return (int) value;
            }
        }
        throw Invalid.malformed("invalid-input", new FieldError("seq", "invalid"));
    }
}
