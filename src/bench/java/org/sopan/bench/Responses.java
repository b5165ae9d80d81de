package org.sopan.bench;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** An answer that the server accepts, whether right or wrong, to an item as it was drawn. */
final class Responses {
    private Responses() {}

    /** The body that saves it. */
    static String body(JsonObject item, int seq) {
        return Json.createObjectBuilder()
                .add("response", to(item))
                .add("seq", seq)
                .build()
                .toString();
    }

    private static JsonObjectBuilder to(JsonObject item) {
        String type = item.getString("type");
        JsonObjectBuilder response = Json.createObjectBuilder();
        return switch (type) {
            case "single", "true-false" -> response.add("choice", id(item.getJsonArray("choices"), 0));
            case "multiple" ->
                response.add("choices", Json.createArrayBuilder().add(id(item.getJsonArray("choices"), 0)));
            case "matching" -> response.add("pairs", pairs(item.getJsonArray("left"), item.getJsonArray("right")));
            case "numeric" -> response.add("number", "12.5");
            default -> throw new IllegalArgumentException("the bench cannot answer items of type " + type);
        };
    }

    private static JsonObjectBuilder pairs(JsonArray left, JsonArray right) {
        JsonObjectBuilder pairs = Json.createObjectBuilder();
        for (int i = 0; i < left.size(); i++) {
            pairs.add(id(left, i), id(right, i % right.size()));
        }
        return pairs;
    }

    private static String id(JsonArray things, int index) {
        return things.getJsonObject(index).getString("id");
    }
}
