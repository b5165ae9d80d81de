package org.sopan.plugins.single;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sopan.spi.question.Choices;
import org.sopan.spi.question.DrawnChoices;
import org.sopan.spi.question.QuestionType;
import org.sopan.spi.question.RefusedResponse;
import org.sopan.spi.question.Response;
import org.sopan.spi.question.SampleItem;

/** Exactly one choice is right: {@code {"choice":"…"}}, all or nothing. */
public final class SingleChoice implements QuestionType {
    private static final JsonObject EXAMPLE = SampleItem.json("{'choices':["
            + "{'id':'a','correct':true,'text':{'en':'Yes'},'feedback':{'en':'So it is.'}},"
            + "{'id':'b','text':{'en':'No'},'feedback':{'en':'Look again.'}}]}");

    @Override
    public String name() {
        return "single";
    }

    @Override
    public List<String> faults(JsonObject item) {
        int correct = new Choices(item).correct().size();
        return correct == 1 ? List.of() : List.of("exactly one choice must be correct, not " + correct);
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
        return new Choices(item).correct().contains(chosen(drawn, response)) ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    @Override
    public JsonObject review(JsonObject item, JsonObject drawn, @Nullable JsonValue response) {
        Choices choices = new Choices(item);
        String right = drawn(drawn).idOf(choices.correct().iterator().next());
        return Json.createObjectBuilder()
                .add("right", Json.createObjectBuilder().add("choice", right))
                .add("choices", choices.review(drawn(drawn)))
                .build();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                new Sample(EXAMPLE, SampleItem.json("{'choice':'a'}"), BigDecimal.ONE),
                new Sample(EXAMPLE, SampleItem.json("{'choice':'b'}"), BigDecimal.ZERO));
    }

    private static DrawnChoices drawn(JsonObject drawn) {
        return DrawnChoices.of(drawn.getJsonArray("choices"));
    }

    private static String chosen(JsonObject drawn, JsonValue response) {
        String chosen = drawn(drawn).authorsId(Response.text(response, "choice"));
        if (chosen == null) {
            throw new RefusedResponse("unknown-choice");
        }
        return chosen;
    }
}
