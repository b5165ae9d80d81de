package org.sopan.spi.question;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** Writes samples: JSON with single quotes. */
public final class SampleItem {
    private SampleItem() {}

    public static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
