package org.sopan.spi.question;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Choices in the order and under the ids that one attempt shows: opaque ids of four letters, each standing for the id
 * an author wrote.
 */
public final class DrawnChoices {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 4;
    private final Map<String, String> authorsIds = new LinkedHashMap<>();

    private DrawnChoices() {}

    /** Draws order and ids for these author's ids. */
    public static JsonArray draw(List<String> authorsIds, RandomGenerator random) {
        List<String> order = new ArrayList<>(authorsIds);
        shuffle(order, random);
        Set<String> used = new HashSet<>();
        JsonArrayBuilder drawn = Json.createArrayBuilder();
        for (String id : order) {
            String opaque = opaque(random);
            while (!used.add(opaque)) {
                opaque = opaque(random);
            }
            drawn.add(Json.createObjectBuilder().add("id", opaque).add("is", id));
        }
        return drawn.build();
    }

    /** Reads what {@link #draw} made. */
    public static DrawnChoices of(JsonArray drawn) {
        DrawnChoices choices = new DrawnChoices();
        for (JsonObject choice : drawn.getValuesAs(JsonObject.class)) {
            choices.authorsIds.put(choice.getString("id"), choice.getString("is"));
        }
        return choices;
    }

    /** The attempt's ids, in the order shown. */
    public List<String> ids() {
        return List.copyOf(authorsIds.keySet());
    }

    /** The author's id behind an id of the attempt; null when there is no such choice. */
    public @Nullable String authorsId(String id) {
        return authorsIds.get(id);
    }

    /** The attempt's id of an author's id. */
    public String idOf(String authorsId) {
        return authorsIds.entrySet().stream()
                .filter(entry -> entry.getValue().equals(authorsId))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The choices as a candidate sees them: id and text, in the order drawn. */
    public JsonArrayBuilder view(Map<String, JsonObject> texts) {
        JsonArrayBuilder view = Json.createArrayBuilder();
        authorsIds.forEach((id, authorsId) -> {
            JsonObject text = texts.get(authorsId);
            if (text != null) {
                view.add(Json.createObjectBuilder().add("id", id).add("text", text));
            }
        });
        return view;
    }

    private static void shuffle(List<String> order, RandomGenerator random) {
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
    }

    private static String opaque(RandomGenerator random) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
