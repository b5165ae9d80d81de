package org.sopan.spi.question;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code choices} of an item as its author wrote them: id, text, whether correct, feedback. */
public final class Choices {
    private final Map<String, JsonObject> byId = new LinkedHashMap<>();

    public Choices(JsonObject item) {
        for (JsonObject choice : item.getJsonArray("choices").getValuesAs(JsonObject.class)) {
            byId.put(choice.getString("id"), choice);
        }
    }

    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    public Set<String> correct() {
        Set<String> correct = new LinkedHashSet<>();
        byId.forEach((id, choice) -> {
            if (choice.getBoolean("correct", false)) {
                correct.add(id);
            }
        });
        return correct;
    }

    public Map<String, JsonObject> texts() {
        Map<String, JsonObject> texts = new LinkedHashMap<>();
        byId.forEach((id, choice) -> texts.put(id, choice.getJsonObject("text")));
        return texts;
    }

    /** Each choice in the order drawn: whether it was correct, and why. */
    public JsonArrayBuilder review(DrawnChoices drawn) {
        JsonArrayBuilder review = Json.createArrayBuilder();
        Set<String> correct = correct();
        for (String id : drawn.ids()) {
            JsonObject choice = byId.get(drawn.authorsId(id));
            if (choice != null) {
                JsonObjectBuilder told = Json.createObjectBuilder()
                        .add("id", id)
                        .add("correct", correct.contains(choice.getString("id")));
                if (choice.containsKey("feedback")) {
                    told.add("feedback", choice.getJsonObject("feedback"));
                }
                review.add(told);
            }
        }
        return review;
    }
}
