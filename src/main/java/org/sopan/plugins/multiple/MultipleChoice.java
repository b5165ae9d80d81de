package org.sopan.plugins.multiple;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sopan.spi.question.Choices;
import org.sopan.spi.question.DrawnChoices;
import org.sopan.spi.question.QuestionType;
import org.sopan.spi.question.RefusedResponse;
import org.sopan.spi.question.Response;
import org.sopan.spi.question.SampleItem;

/** Several choices are right: {@code {"choices":["…"]}}. Right minus wrong, of all that are right, never below zero. */
public final class MultipleChoice implements QuestionType {
    private static final int SCALE = 6;
    private static final JsonObject EXAMPLE = SampleItem.json("{'choices':["
            + "{'id':'a','correct':true,'text':{'en':'2'},'feedback':{'en':'Even.'}},"
            + "{'id':'b','correct':true,'text':{'en':'4'},'feedback':{'en':'Even.'}},"
            + "{'id':'c','text':{'en':'5'},'feedback':{'en':'Odd.'}}]}");

    @Override
    public String name() {
        return "multiple";
    }

    @Override
    public List<String> faults(JsonObject item) {
        Choices choices = new Choices(item);
        int correct = choices.correct().size();
        if (correct == 0) {
            return List.of("no choice is correct");
        }
        return correct == choices.ids().size() ? List.of("every choice is correct") : List.of();
    }

    @Override
    public JsonObject draw(JsonObject item, RandomGenerator random) {
        return Json.createObjectBuilder()
                .add("choices", DrawnChoices.draw(new Choices(item).ids(), random))
                .build();
    }

    @Override
    public JsonObject view(JsonObject item, JsonObject drawn) {
        return Json.createObjectBuilder()
                .add("choices", drawn(drawn).view(new Choices(item).texts()))
                .build();
    }

    @Override
    public void check(JsonObject item, JsonObject drawn, JsonValue response) {
        chosen(drawn, response);
    }

    @Override
    public BigDecimal score(JsonObject item, JsonObject drawn, JsonValue response) {
        Set<String> correct = new Choices(item).correct();
        Set<String> chosen = chosen(drawn, response);
        long right = chosen.stream().filter(correct::contains).count();
        long net = Math.max(0, right - (chosen.size() - right));
        return BigDecimal.valueOf(net).divide(BigDecimal.valueOf(correct.size()), SCALE, RoundingMode.HALF_UP);
    }

    @Override
    public JsonObject review(JsonObject item, JsonObject drawn, @Nullable JsonValue response) {
        Choices choices = new Choices(item);
        JsonArrayBuilder right = Json.createArrayBuilder();
        choices.correct().forEach(id -> right.add(drawn(drawn).idOf(id)));
        return Json.createObjectBuilder()
                .add("right", Json.createObjectBuilder().add("choices", right))
                .add("choices", choices.review(drawn(drawn)))
                .build();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                new Sample(EXAMPLE, SampleItem.json("{'choices':['b','a']}"), BigDecimal.ONE),
                new Sample(EXAMPLE, SampleItem.json("{'choices':['a']}"), new BigDecimal("0.5")),
                new Sample(EXAMPLE, SampleItem.json("{'choices':['a','c']}"), BigDecimal.ZERO),
                new Sample(EXAMPLE, SampleItem.json("{'choices':['c']}"), BigDecimal.ZERO),
                new Sample(EXAMPLE, SampleItem.json("{'choices':[]}"), BigDecimal.ZERO));
    }

    private static DrawnChoices drawn(JsonObject drawn) {
        return DrawnChoices.of(drawn.getJsonArray("choices"));
    }

    private static Set<String> chosen(JsonObject drawn, JsonValue response) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String id : Response.texts(response, "choices")) {
            String authorsId = drawn(drawn).authorsId(id);
            if (authorsId == null) {
                throw new RefusedResponse("unknown-choice");
            }
            chosen.add(authorsId);
        }
        return chosen;
    }
}
