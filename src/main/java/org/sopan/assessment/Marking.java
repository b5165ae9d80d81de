package org.sopan.assessment;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Item;
import org.sopan.course.Quiz;
import org.sopan.spi.question.QuestionType;

/** The points of each item of an attempt, and what its candidate is told. Points are rounded to hundredths. */
final class Marking {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final List<MarkedItem> items = new ArrayList<>();
    private BigDecimal score = BigDecimal.ZERO;
    private BigDecimal max = BigDecimal.ZERO;

    private Marking() {}

    private record MarkedItem(String id, BigDecimal score, int max, JsonObject review, @Nullable JsonValue feedback) {}

    static Marking of(Quiz quiz, List<DrawnItem> drawn, Map<String, AnswerJournal.Entry> answers, QuestionTypes types) {
        Marking marking = new Marking();
        for (DrawnItem each : drawn) {
            AnswerJournal.Entry entry = answers.get(each.id());
            JsonValue response = entry == null || entry.response() == JsonValue.NULL ? null : entry.response();
            marking.add(quiz.item(each.id()).orElseThrow(), each, response, types);
        }
        return marking;
    }

    private void add(Item item, DrawnItem drawn, @Nullable JsonValue response, QuestionTypes types) {
        QuestionType type = types.of(item.type());
        BigDecimal part = response == null ? BigDecimal.ZERO : type.score(item.definition(), drawn.drawn(), response);
        BigDecimal points = part.multiply(BigDecimal.valueOf(drawn.points())).setScale(2, RoundingMode.HALF_UP);
        score = score.add(points);
        max = max.add(BigDecimal.valueOf(drawn.points()));
        items.add(new MarkedItem(
                item.id(),
                points,
                drawn.points(),
                type.review(item.definition(), drawn.drawn(), response),
                item.definition().get("feedback")));
    }

    /** Whole percents, rounded down, so that nobody is told a pass mark that was not reached. */
    int percent() {
        return max.signum() == 0
                ? 0
                : score.multiply(HUNDRED).divide(max, 0, RoundingMode.DOWN).intValue();
    }

    boolean reaches(int percent) {
        return score.multiply(HUNDRED).compareTo(max.multiply(BigDecimal.valueOf(percent))) >= 0;
    }

    String toJson(boolean passed) {
        JsonArrayBuilder told = Json.createArrayBuilder();
        for (MarkedItem item : items) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("id", item.id())
                    .add("score", plain(item.score()))
                    .add("max", item.max())
                    .add("review", item.review());
            JsonValue feedback = item.feedback();
            told.add(feedback == null ? json : json.add("feedback", feedback));
        }
        return Json.createObjectBuilder()
                .add("score", plain(score))
                .add("max", plain(max))
                .add("percent", percent())
                .add("passed", passed)
                .add("items", told)
                .build()
                .toString();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
