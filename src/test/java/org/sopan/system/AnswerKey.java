package org.sopan.system;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What reviews told of the right answers. Ids are drawn anew for each attempt, so it is the texts that are kept. */
final class AnswerKey {
    private static final List<String> SHOWN = List.of("choices", "left", "right");
    private static final Map<String, String> BLANK =
            Map.of("multiple", "{\"choices\":[]}", "matching", "{\"pairs\":{}}", "numeric", "{\"number\":\"০\"}");
    private final Map<String, JsonObject> right = new ConcurrentHashMap<>();

    /** Remembers the right answers that a result shows to these items. */
    void learn(List<JsonObject> items, JsonObject result) {
        Map<String, JsonObject> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.getString("id"), item));
        for (JsonObject marked : result.getJsonArray("items").getValuesAs(JsonObject.class)) {
            String id = marked.getString("id");
            Map<String, String> texts = texts(Objects.requireNonNull(byId.get(id)));
            right.put(id, translate(marked.getJsonObject("review").getJsonObject("right"), texts));
        }
    }

    boolean knows(JsonObject item) {
        return right.containsKey(item.getString("id"));
    }

    /** The right answer, or, where it is not known, one that is well formed. */
    JsonObject answer(JsonObject item) {
        JsonObject known = right.get(item.getString("id"));
        if (known != null) {
            Map<String, String> ids = new HashMap<>();
            texts(item).forEach((id, text) -> ids.put(text, id));
            return translate(known, ids);
        }
        String blank = BLANK.get(item.getString("type"));
        return blank == null
                ? first(item)
                : Json.createReader(new StringReader(blank)).readObject();
    }

    private static JsonObject first(JsonObject item) {
        String id = item.getJsonArray("choices").getJsonObject(0).getString("id");
        return Json.createObjectBuilder().add("choice", id).build();
    }

    /** The text of each id that an item shows. */
    static Map<String, String> texts(JsonObject item) {
        Map<String, String> texts = new HashMap<>();
        for (String side : SHOWN) {
            JsonArray shown = item.getJsonArray(side);
            if (shown != null) {
                shown.getValuesAs(JsonObject.class)
                        .forEach(each -> texts.put(each.getString("id"), side + each.get("text")));
            }
        }
        return texts;
    }

    private static JsonObject translate(JsonObject response, Map<String, String> words) {
        UnaryOperator<String> word = from -> Objects.requireNonNull(words.get(from), from);
        JsonObjectBuilder json = Json.createObjectBuilder();
        response.forEach((name, value) -> {
            switch (name) {
                case "choice" -> json.add(name, word.apply(((JsonString) value).getString()));
                case "choices" ->
                    json.add(
                            name,
                            Json.createArrayBuilder(value.asJsonArray().getValuesAs(JsonString.class).stream()
                                    .map(each -> word.apply(each.getString()))
                                    .toList()));
                case "pairs" -> json.add(name, pairs(value, word));
                default -> json.add(name, value);
            }
        });
        return json.build();
    }

    private static JsonObjectBuilder pairs(JsonValue value, UnaryOperator<String> word) {
        JsonObjectBuilder pairs = Json.createObjectBuilder();
        value.asJsonObject()
                .forEach((from, to) -> pairs.add(word.apply(from), word.apply(((JsonString) to).getString())));
        return pairs;
    }
}
