package org.sopan.plugins.numeric;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.BanglaDigits;
import org.sopan.spi.question.QuestionType;
import org.sopan.spi.question.RefusedResponse;
import org.sopan.spi.question.Response;
import org.sopan.spi.question.SampleItem;

/**
 * A number: {@code {"number":"12.5"}}, right within a tolerance that includes its ends. Digits are Bangla or Latin, the
 * point is the decimal sign, commas only group, in lakh (1,16,731) or thousands (116,731).
 */
public final class Numeric implements QuestionType {
    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d+)?|\\.\\d+)");
    /** A group never begins with zero: whoever writes 0,500 means a half. */
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?[1-9](\\d?(,\\d{2})*,\\d{3}|\\d{0,2}(,\\d{3})+)(\\.\\d+)?");
    /** Keyboards for Bangla leave joiners, and tables copied from pages bring spaces that do not break. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\\h\\p{Cf}]+|[\\s\\h\\p{Cf}]+$");

    private static final JsonObject EXAMPLE =
            SampleItem.json("{'answer':'116731','tolerance':'0.5','unit':{'en':'crore','bn':'কোটি'}}");

    @Override
    public String name() {
        return "numeric";
    }

    @Override
    public List<String> faults(JsonObject item) {
        if (number(text(item, "answer", "")).isEmpty()) {
            return List.of("answer must be a number");
        }
        Optional<BigDecimal> tolerance = number(text(item, "tolerance", "0"));
        return tolerance.isPresent() && tolerance.get().signum() >= 0
                ? List.of()
                : List.of("tolerance must be a number, zero or more");
    }

    @Override
    public JsonObject draw(JsonObject item, RandomGenerator random) {
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    @Override
    public JsonObject view(JsonObject item, JsonObject drawn) {
        JsonObjectBuilder view = Json.createObjectBuilder();
        JsonValue unit = item.get("unit");
        return unit == null ? view.build() : view.add("unit", unit).build();
    }

    @Override
    public void check(JsonObject item, JsonObject drawn, JsonValue response) {
        given(response);
    }

    @Override
    public BigDecimal score(JsonObject item, JsonObject drawn, JsonValue response) {
        BigDecimal right = number(text(item, "answer", "")).orElseThrow();
        BigDecimal tolerance = number(text(item, "tolerance", "0")).orElseThrow();
        return given(response).subtract(right).abs().compareTo(tolerance) <= 0 ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    @Override
    public JsonObject review(JsonObject item, JsonObject drawn, @Nullable JsonValue response) {
        return Json.createObjectBuilder()
                .add("right", Json.createObjectBuilder().add("number", text(item, "answer", "")))
                .build();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                new Sample(EXAMPLE, SampleItem.json("{'number':'116731'}"), BigDecimal.ONE),
                new Sample(EXAMPLE, SampleItem.json("{'number':'১,১৬,৭৩১.৫'}"), BigDecimal.ONE),
                new Sample(EXAMPLE, SampleItem.json("{'number':'116,730.5'}"), BigDecimal.ONE),
                new Sample(EXAMPLE, SampleItem.json("{'number':'116730'}"), BigDecimal.ZERO));
    }

    /** The number a text writes; empty when it writes none. */
    static Optional<BigDecimal> number(String text) {
        String latin = latin(text);
        return PLAIN.matcher(latin).matches() || GROUPED.matcher(latin).matches()
                ? Optional.of(new BigDecimal(latin.replace(",", "")))
                : Optional.empty();
    }

    private static BigDecimal given(JsonValue response) {
        String text = Response.text(response, "number");
        return number(text).orElseThrow(() -> new RefusedResponse(complaint(latin(text))));
    }

    private static String complaint(String latin) {
        return PLAIN.matcher(latin.replace(",", "")).matches() ? "wrong-grouping" : "not-a-number";
    }

    /** Digits and signs as machines write them; empty when the text is too long to be a number. */
    private static String latin(String text) {
        return text.length() > LONGEST
                ? ""
                : BanglaDigits.toLatin(AROUND.matcher(text).replaceAll("")).replace('\u2212', '-');
    }

    /** Authors write numbers with or without quotation marks. */
    private static String text(JsonObject item, String field, String otherwise) {
        JsonValue value = item.get(field);
        if (value == null) {
            return otherwise;
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
