package org.sopan.spi.question;

import static java.util.Collections.disjoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sopan.spi.question.QuestionType.Sample;

/** What every question type keeps to, whoever wrote it. */
class QuestionTypeContractTest {
    private static final int SEEDS = 60;

    /** Nothing that any type could take for an answer. */
    private static final List<String> NO_RESPONSE = List.of(
            "null",
            "true",
            "12",
            "\"a\"",
            "[]",
            "{}",
            "{\"nothing\":\"a\"}",
            "{\"choice\":null}",
            "{\"choice\":1}",
            "{\"choice\":[\"a\"]}",
            "{\"choice\":\"zz\"}",
            "{\"choice\":\"\"}",
            "{\"choices\":\"a\"}",
            "{\"choices\":{\"a\":\"b\"}}",
            "{\"choices\":[1]}",
            "{\"choices\":[[\"a\"]]}",
            "{\"choices\":[null]}",
            "{\"choices\":[\"zz\"]}",
            "{\"pairs\":[]}",
            "{\"pairs\":{\"a\":1}}",
            "{\"pairs\":{\"a\":{}}}",
            "{\"pairs\":{\"zz\":\"yy\"}}",
            "{\"number\":12}",
            "{\"number\":\"\"}",
            "{\"number\":\"twelve\"}",
            "{\"number\":\"NaN\"}",
            "{\"number\":\"1e9\"}",
            "{\"number\":\"" + "9".repeat(100_000) + "\"}",
            "{\"choices\":[" + "\"a\",".repeat(100_000) + "\"a\"]}");

    static Stream<QuestionType> types() {
        return ServiceLoader.load(QuestionType.class).stream().map(ServiceLoader.Provider::get);
    }

    @Test
    void findsTheBuiltInTypes() {
        assertThat(types().map(QuestionType::name))
                .containsExactlyInAnyOrder("single", "multiple", "true-false", "numeric", "matching");
    }

    @ParameterizedTest
    @MethodSource("types")
    void bringsSoundSamplesOfWhichOneIsRightAndOneIsNot(QuestionType type) {
        assertThat(type.samples()).extracting(Sample::score).contains(BigDecimal.ONE, BigDecimal.ZERO);
        assertThat(type.samples())
                .allSatisfy(sample -> assertThat(type.faults(sample.item())).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void scoresItsSamplesAsTheySay(QuestionType type) {
        drawings(type).forEach(drawing -> {
            JsonValue response = drawing.inDrawnIds(drawing.sample.response());
            type.check(drawing.sample.item(), drawing.drawn, response);
            assertThat(type.score(drawing.sample.item(), drawing.drawn, response))
                    .as("%s", drawing.sample.response())
                    .isEqualByComparingTo(drawing.sample.score());
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void drawsTheSameFromTheSameSeedAndAnotherFromAnother(QuestionType type) {
        JsonObject item = type.samples().get(0).item();
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(type.draw(item, chance(seed))).isEqualTo(type.draw(item, chance(seed)));
        }
        long different = IntStream.range(0, SEEDS)
                .mapToObj(seed -> type.draw(item, chance(seed)))
                .distinct()
                .count();
        boolean nothingToDraw = type.draw(item, chance(0)).isEmpty();
        assertThat(different).isEqualTo(nothingToDraw ? 1 : SEEDS);
    }

    @ParameterizedTest
    @MethodSource("types")
    void showsNothingThatTellsTheKey(QuestionType type) {
        drawings(type).forEach(drawing -> {
            JsonObject item = drawing.sample.item();
            JsonObject view = type.view(item, drawing.drawn);
            assertThat(names(view)).doesNotContain("correct", "feedback", "answer", "tolerance", "is", "right-answer");
            assertThat(ids(view)).matches(ids -> disjoint(ids, ids(item)));
            if (item.get("answer") instanceof JsonString || item.get("answer") instanceof JsonNumber) {
                assertThat(view.toString()).doesNotContain(item.get("answer").toString());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void putsEachChoiceFirstSometimes(QuestionType type) {
        JsonObject item = type.samples().get(0).item();
        for (String side : type.draw(item, chance(0)).keySet()) {
            Set<String> first = new HashSet<>();
            for (int seed = 0; seed < SEEDS; seed++) {
                first.add(type.draw(item, chance(seed))
                        .getJsonArray(side)
                        .getJsonObject(0)
                        .getString("is"));
            }
            assertThat(first).hasSameSizeAs(type.draw(item, chance(0)).getJsonArray(side));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesWhatCannotBeAnAnswerAndSaysWhy(QuestionType type) {
        JsonObject item = type.samples().get(0).item();
        JsonObject drawn = type.draw(item, chance(1));
        for (String response : NO_RESPONSE) {
            assertThatThrownBy(() -> type.check(item, drawn, json(response)))
                    .as("%.40s", response)
                    .isInstanceOfSatisfying(RefusedResponse.class, refused -> assertThat(refused.code())
                            .isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesAFieldTooMany(QuestionType type) {
        drawings(type).forEach(drawing -> {
            JsonObject more = Json.createObjectBuilder(
                            drawing.inDrawnIds(drawing.sample.response()).asJsonObject())
                    .add("score", 1)
                    .build();
            assertThatThrownBy(() -> type.check(drawing.sample.item(), drawing.drawn, more))
                    .isInstanceOf(RefusedResponse.class);
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void doesNotTakeTheAuthorsIds(QuestionType type) {
        drawings(type)
                .filter(drawing -> !drawing.drawn.isEmpty())
                .filter(drawing -> !strings(drawing.sample.response()).isEmpty())
                .forEach(drawing -> assertThatThrownBy(
                                () -> type.check(drawing.sample.item(), drawing.drawn, drawing.sample.response()))
                        .isInstanceOf(RefusedResponse.class));
    }

    @ParameterizedTest
    @MethodSource("types")
    void reviewsInTheIdsOfTheAttemptWithTheResponseThatIsRight(QuestionType type) {
        drawings(type).forEach(drawing -> {
            JsonObject item = drawing.sample.item();
            JsonObject review = type.review(item, drawing.drawn, drawing.inDrawnIds(drawing.sample.response()));
            JsonValue right = review.getJsonObject("right");
            type.check(item, drawing.drawn, right);
            assertThat(type.score(item, drawing.drawn, right)).isEqualByComparingTo(BigDecimal.ONE);
            assertThat(ids(review)).matches(ids -> disjoint(ids, ids(item)));
            assertThat(type.review(item, drawing.drawn, null).get("right")).isEqualTo(right);
        });
    }

    /** Neighbouring seeds of {@link Random} begin alike. */
    private static Random chance(int seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static Stream<Drawing> drawings(QuestionType type) {
        return type.samples().stream().flatMap(sample -> IntStream.range(0, 10)
                .mapToObj(seed -> new Drawing(sample, type.draw(sample.item(), chance(seed)))));
    }

    /** A sample as it was drawn. */
    private record Drawing(Sample sample, JsonObject drawn) {
        /** The author's ids become those of the attempt: the names of pairs from the left, all else from the right. */
        JsonValue inDrawnIds(JsonValue response) {
            if (response instanceof JsonObject object) {
                var builder = Json.createObjectBuilder();
                object.forEach((name, value) -> builder.add(drawnId("left", name), inDrawnIds(value)));
                return builder.build();
            }
            if (response instanceof JsonArray array) {
                var builder = Json.createArrayBuilder();
                array.forEach(value -> builder.add(inDrawnIds(value)));
                return builder.build();
            }
            if (response instanceof JsonString text) {
                String side = drawn.containsKey("right") ? "right" : "choices";
                return Json.createValue(drawnId(side, text.getString()));
            }
            return response;
        }

        private String drawnId(String side, String id) {
            JsonArray choices = drawn.getJsonArray(side);
            return choices == null
                    ? id
                    : choices.getValuesAs(JsonObject.class).stream()
                            .filter(choice -> choice.getString("is").equals(id))
                            .map(choice -> choice.getString("id"))
                            .findFirst()
                            .orElse(id);
        }
    }

    private static Set<String> names(JsonValue value) {
        Set<String> names = new HashSet<>();
        walk(value, (name, text) -> names.add(name));
        return names;
    }

    private static Set<String> ids(JsonValue value) {
        Set<String> ids = new HashSet<>();
        walk(value, (name, each) -> {
            if (name.equals("id") && each instanceof JsonString text) {
                ids.add(text.getString());
            }
        });
        return ids;
    }

    private static Set<String> strings(JsonValue value) {
        Set<String> strings = new HashSet<>();
        walk(Json.createArrayBuilder().add(value).build(), (name, each) -> {
            if (each instanceof JsonString text) {
                strings.add(text.getString());
            }
        });
        return strings;
    }

    private static void walk(JsonValue value, java.util.function.BiConsumer<String, JsonValue> visitor) {
        if (value instanceof JsonObject object) {
            object.forEach((name, each) -> {
                visitor.accept(name, each);
                walk(each, visitor);
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(each -> {
                visitor.accept("", each);
                walk(each, visitor);
            });
        }
    }

    private static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
