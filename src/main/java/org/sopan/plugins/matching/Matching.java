package org.sopan.plugins.matching;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sopan.spi.question.DrawnChoices;
import org.sopan.spi.question.QuestionType;
import org.sopan.spi.question.RefusedResponse;
import org.sopan.spi.question.Response;
import org.sopan.spi.question.SampleItem;

/**
 * Each left belongs to one right: {@code {"pairs":{"left":"right"}}}, scored by the part of pairs that are right. Rights
 * whose text is the same in both languages are interchangeable.
 */
public final class Matching implements QuestionType {
    private static final int SCALE = 6;
    private static final JsonObject EXAMPLE = SampleItem.json("{'pairs':["
            + "{'id':'a','left':{'en':'one'},'right':{'en':'1'}},{'id':'b','left':{'en':'two'},'right':{'en':'2'}}],"
            + "'distractors':[{'id':'x','right':{'en':'3'}}]}");

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public List<String> faults(JsonObject item) {
        List<String> faults = new ArrayList<>();
        if (item.getJsonArray("pairs").size() < 2) {
            faults.add("matching needs at least two pairs");
        }
        int sides = pairs(item).size() + distractors(item).size();
        if (new HashSet<>(ids(item)).size() != sides) {
            faults.add("ids of pairs and distractors must differ");
        }
        return faults;
    }

    @Override
    public JsonObject draw(JsonObject item, RandomGenerator random) {
        return Json.createObjectBuilder()
                .add(
                        "left",
                        DrawnChoices.draw(
                                pairs(item).stream()
                                        .map(pair -> pair.getString("id"))
                                        .toList(),
                                random))
                .add("right", DrawnChoices.draw(ids(item), random))
                .build();
    }

    @Override
    public JsonObject view(JsonObject item, JsonObject drawn) {
        Map<String, JsonObject> left = new HashMap<>();
        pairs(item).forEach(pair -> left.put(pair.getString("id"), pair.getJsonObject("left")));
        return Json.createObjectBuilder()
                .add("left", side(drawn, "left").view(left))
                .add("right", side(drawn, "right").view(rights(item)))
                .build();
    }

    @Override
    public void check(JsonObject item, JsonObject drawn, JsonValue response) {
        Response.pairs(response, "pairs").forEach((left, right) -> {
            if (side(drawn, "left").authorsId(left) == null
                    || side(drawn, "right").authorsId(right) == null) {
                throw new RefusedResponse("unknown-choice");
            }
        });
    }

    @Override
    public BigDecimal score(JsonObject item, JsonObject drawn, JsonValue response) {
        Map<String, JsonObject> rights = rights(item);
        Map<String, String> chosen = Response.pairs(response, "pairs");
        DrawnChoices left = side(drawn, "left");
        DrawnChoices right = side(drawn, "right");
        long matched = chosen.entrySet().stream()
                .filter(pair -> {
                    JsonObject wanted = rights.get(left.authorsId(pair.getKey()));
                    return wanted != null && wanted.equals(rights.get(right.authorsId(pair.getValue())));
                })
                .count();
        return BigDecimal.valueOf(matched).divide(BigDecimal.valueOf(pairs(item).size()), SCALE, RoundingMode.HALF_UP);
    }

    @Override
    public JsonObject review(JsonObject item, JsonObject drawn, @Nullable JsonValue response) {
        JsonObjectBuilder right = Json.createObjectBuilder();
        for (JsonObject pair : pairs(item)) {
            String id = pair.getString("id");
            right.add(side(drawn, "left").idOf(id), side(drawn, "right").idOf(id));
        }
        return Json.createObjectBuilder()
                .add("right", Json.createObjectBuilder().add("pairs", right))
                .build();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                new Sample(EXAMPLE, SampleItem.json("{'pairs':{'a':'a','b':'b'}}"), BigDecimal.ONE),
                new Sample(EXAMPLE, SampleItem.json("{'pairs':{'a':'a','b':'x'}}"), new BigDecimal("0.5")),
                new Sample(EXAMPLE, SampleItem.json("{'pairs':{'b':'b'}}"), new BigDecimal("0.5")),
                new Sample(EXAMPLE, SampleItem.json("{'pairs':{}}"), BigDecimal.ZERO));
    }

    private static DrawnChoices side(JsonObject drawn, String side) {
        return DrawnChoices.of(drawn.getJsonArray(side));
    }

    private static List<JsonObject> pairs(JsonObject item) {
        return item.getJsonArray("pairs").getValuesAs(JsonObject.class);
    }

    private static List<JsonObject> distractors(JsonObject item) {
        JsonArray distractors = item.getJsonArray("distractors");
        return distractors == null ? List.of() : distractors.getValuesAs(JsonObject.class);
    }

    private static List<String> ids(JsonObject item) {
        return List.copyOf(rights(item).keySet());
    }

    private static Map<String, JsonObject> rights(JsonObject item) {
        Map<String, JsonObject> rights = new LinkedHashMap<>();
        pairs(item).forEach(pair -> rights.put(pair.getString("id"), pair.getJsonObject("right")));
        distractors(item).forEach(other -> rights.put(other.getString("id"), other.getJsonObject("right")));
        return rights;
    }
}
