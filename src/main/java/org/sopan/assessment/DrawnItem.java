package org.sopan.assessment;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/** An item as drawn for one attempt: which, for how many points, and the order and ids of what it shows. */
record DrawnItem(String id, int points, JsonObject drawn) {
    static String toJson(List<DrawnItem> items) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (DrawnItem item : items) {
            array.add(Json.createObjectBuilder()
                    .add("id", item.id())
                    .add("points", item.points())
                    .add("drawn", item.drawn()));
        }
        return array.build().toString();
    }

    static List<DrawnItem> fromJson(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(item ->
                            new DrawnItem(item.getString("id"), item.getInt("points"), item.getJsonObject("drawn")))
                    .toList();
        }
    }
}
