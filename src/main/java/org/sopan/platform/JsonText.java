package org.sopan.platform;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** Records as JSON text in a column, and back. */
public final class JsonText {
    private static final Jsonb JSONB = JsonbBuilder.create();

    private JsonText() {}

    public static String of(Object value) {
        return JSONB.toJson(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return JSONB.fromJson(json, type);
    }
}
