package org.sopan.plugins.truefalse;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sopan.spi.question.QuestionType;
import org.sopan.spi.question.RefusedResponse;
import org.sopan.spi.question.Response;
import org.sopan.spi.question.SampleItem;

/** A statement is true or false: {@code {"choice":"true"}}. The two choices keep their order and ids. */
public final class TrueFalse implements QuestionType {
    private static final JsonObject EXAMPLE = SampleItem.json("{'answer':true,'feedback':{'en':'It is.'}}");
    private static final JsonObject DENIED = SampleItem.json("{'answer':false,'feedback':{'en':'It is not.'}}");
    private static final Map<String, JsonObject> TEXTS = Map.of(
            "true", SampleItem.json("{'en':'True','bn':'সত্য'}"),
            "false", SampleItem.json("{'en':'False','bn':'মিথ্যা'}"));

    @Override
    public String name() {
        return "true-false";
    }

    @Override
    public List<String> faults(JsonObject item) {
        JsonValue answer = item.get("answer");
        return JsonValue.TRUE.equals(answer) || JsonValue.FALSE.equals(answer)
                ? List.of()
                : List.of("answer must be true or false");
    }

    @Override
    public JsonObject draw(JsonObject item, RandomGenerator random) {
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    @Override
    public JsonObject view(JsonObject item, JsonObject drawn) {
        JsonArrayBuilder choices = Json.createArrayBuilder();
        for (String id : List.of("true", "false")) {
            JsonObject text = TEXTS.get(id);
            if (text != null) {
                choices.add(Json.createObjectBuilder().add("id", id).add("text", text));
            }
        }
        return Json.createObjectBuilder().add("choices", choices).build();
    }

    @Override
    public void check(JsonObject item, JsonObject drawn, JsonValue response) {
        if (!TEXTS.containsKey(Response.text(response, "choice"))) {
            throw new RefusedResponse("unknown-choice");
        }
    }

    @Override
    public BigDecimal score(JsonObject item, JsonObject drawn, JsonValue response) {
        return Response.text(response, "choice").equals(right(item)) ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    @Override
    public JsonObject review(JsonObject item, JsonObject drawn, @Nullable JsonValue response) {
        return Json.createObjectBuilder()
                .add("right", Json.createObjectBuilder().add("choice", right(item)))
                .build();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                new Sample(EXAMPLE, SampleItem.json("{'choice':'true'}"), BigDecimal.ONE),
                new Sample(EXAMPLE, SampleItem.json("{'choice':'false'}"), BigDecimal.ZERO),
                new Sample(DENIED, SampleItem.json("{'choice':'false'}"), BigDecimal.ONE),
                new Sample(DENIED, SampleItem.json("{'choice':'true'}"), BigDecimal.ZERO));
    }

    private static String right(JsonObject item) {
        return Boolean.toString(item.getBoolean("answer"));
    }
}
