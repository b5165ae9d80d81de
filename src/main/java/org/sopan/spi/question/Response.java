package org.sopan.spi.question;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Reads the one field of a response, refusing whatever is not of its form. */
public final class Response {
    private static final int MOST = 100;

    private Response() {}

    /** A text field, such as {@code {"choice":"…"}}. */
    public static String text(JsonValue response, String field) {
        if (only(response, field) instanceof JsonString text) {
            return text.getString();
        }
        throw new RefusedResponse("wrong-form");
    }

    /** A list of different texts, such as {@code {"choices":["…"]}}. */
    public static Set<String> texts(JsonValue response, String field) {
        if (!(only(response, field) instanceof JsonArray list) || list.size() > MOST) {
            throw new RefusedResponse("wrong-form");
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonValue element : list) {
            if (!(element instanceof JsonString text)) {
                throw new RefusedResponse("wrong-form");
            }
            if (!texts.add(text.getString())) {
                throw new RefusedResponse("chosen-twice");
            }
        }
        return texts;
    }

    /** Pairs of texts, such as {@code {"pairs":{"left":"right"}}}. */
    public static Map<String, String> pairs(JsonValue response, String field) {
        if (!(only(response, field) instanceof JsonObject object) || object.size() > MOST) {
            throw new RefusedResponse("wrong-form");
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        object.forEach((left, right) -> {
            if (!(right instanceof JsonString text)) {
                throw new RefusedResponse("wrong-form");
            }
            pairs.put(left, text.getString());
        });
        return pairs;
    }

    private static JsonValue only(JsonValue response, String field) {
        if (response instanceof JsonObject object && object.size() == 1) {
            JsonValue value = object.get(field);
            if (value != null) {
                return value;
            }
        }
        throw new RefusedResponse("wrong-form");
    }
}
