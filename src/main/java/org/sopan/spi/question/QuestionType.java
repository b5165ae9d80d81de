package org.sopan.spi.question;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A type of question. It knows how an item of its type is written in {@code quiz.yaml}, what of it a candidate sees,
 * which responses it takes and how it scores them.
 *
 * <p>An item comes as the JSON of its definition; texts are objects {@code {"en","bn"}} of safe HTML and are passed on
 * as they are. What is drawn for an attempt (order and opaque ids) is made once by {@link #draw}, stored with the
 * attempt and given back to every other call, so that nothing a candidate sees tells the right answer.
 *
 * <p>Types are found by {@link java.util.ServiceLoader}: a public class with a public constructor without arguments,
 * named in {@code META-INF/services/org.sopan.spi.question.QuestionType}. One instance serves all threads.
 */
public interface QuestionType {

    /** The word after {@code type:} in a quiz, in lower case; stable for ever. */
    String name();

    /** What is wrong with an item beyond its structure, in words for an author; empty when it is sound. */
    List<String> faults(JsonObject item);

    /**
     * Draws order and ids for one attempt. The same state of chance gives the same drawing. A candidate sees the ids, so
     * {@code random} is a source whose output does not give away what else it drew, as {@link java.util.Random}'s does.
     */
    JsonObject draw(JsonObject item, RandomGenerator random);

    /** The fields a candidate sees beside id, type, points and prompt. Nothing in them tells the key. */
    JsonObject view(JsonObject item, JsonObject drawn);

    /**
     * Checks that a response can be an answer to this item; it may be partial.
     *
     * @throws RefusedResponse when it cannot be one, with a code that says why
     */
    void check(JsonObject item, JsonObject drawn, JsonValue response);

    /** The part of the points that a checked response earns, from 0 to 1. */
    BigDecimal score(JsonObject item, JsonObject drawn, JsonValue response);

    /**
     * What is told after submission, in the ids of the attempt: {@code right} in the form of a response, and feedback on
     * the choices where there are any.
     *
     * @param response what was answered, or null
     */
    JsonObject review(JsonObject item, JsonObject drawn, @Nullable JsonValue response);

    /** Examples that show the type, and that its contract test scores. */
    List<Sample> samples();

    /** An item, a response written in the item's own ids, and the part of the points it earns. */
    record Sample(JsonObject item, JsonObject response, BigDecimal score) {}
}
