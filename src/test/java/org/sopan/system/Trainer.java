package org.sopan.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** A trainer at work in the course {@code foundations}: reads, tries the quizzes, learns from the reviews. */
final class Trainer {
    private static final int MOST_TRIES = 12;
    private final Api api;
    private final AnswerKey key;
    private final String enrolment;

    Trainer(Api api, AnswerKey key) {
        this(api, key, foundations(api));
    }

    private Trainer(Api api, AnswerKey key, String enrolment) {
        this.api = api;
        this.key = key;
        this.enrolment = enrolment;
    }

    private static String foundations(Api api) {
        JsonObject first = api.get("/api/me/enrolments").expect(200).objects().get(0);
        assertThat(first.getJsonObject("course").getString("id")).isEqualTo("foundations");
        return first.getString("id");
    }

    /** The same trainer at the same work, after another sign-in. */
    Trainer over(Api other) {
        return new Trainer(other, key, enrolment);
    }

    Api api() {
        return api;
    }

    String enrolment() {
        return "/api/enrolments/" + enrolment;
    }

    /** Ids of the required steps of a kind, in the order of the course. */
    List<String> required(String kind) {
        return api.get(enrolment()).expect(200).json().getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .filter(step -> step.getString("kind").equals(kind) && step.getBoolean("required"))
                .map(step -> step.getString("id"))
                .toList();
    }

    Answer finish(String lesson) {
        return api.put(enrolment() + "/lessons/" + lesson, Map.of("seconds", 60, "done", true));
    }

    void finishAll(List<String> lessons) {
        lessons.forEach(lesson -> finish(lesson).expect(200));
    }

    /** A new attempt. */
    JsonObject begin(String quiz) {
        return api.post(enrolment() + "/quizzes/" + quiz + "/attempts")
                .expect(201)
                .json();
    }

    static List<JsonObject> items(JsonObject attempt) {
        return attempt.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    static String path(JsonObject attempt) {
        return "/api/attempts/" + attempt.getString("id");
    }

    Answer save(JsonObject attempt, JsonObject item, int seq) {
        return api.put(
                path(attempt) + "/answers/" + item.getString("id"), Map.of("response", key.answer(item), "seq", seq));
    }

    void saveAll(JsonObject attempt) {
        items(attempt).forEach(item -> save(attempt, item, 1).expect(200));
    }

    Answer submit(JsonObject attempt) {
        return api.post(path(attempt) + "/submission");
    }

    /** An attempt that will pass; until the reviews have told all that it asks, empty ones are handed in. */
    JsonObject readyToPass(String quiz) {
        for (int i = 0; i < MOST_TRIES; i++) {
            JsonObject attempt = begin(quiz);
            if (items(attempt).stream().allMatch(key::knows)) {
                saveAll(attempt);
                return attempt;
            }
            key.learn(items(attempt), submit(attempt).expect(200).json());
        }
        throw new AssertionError("the reviews of " + MOST_TRIES + " attempts do not tell all");
    }

    JsonObject pass(String quiz) {
        JsonObject result = submit(readyToPass(quiz)).expect(200).json();
        assertThat(result.getBoolean("passed")).as(result.toString()).isTrue();
        return result;
    }

    /** Does everything that is required. */
    void complete() {
        finishAll(required("lesson"));
        required("quiz").forEach(this::pass);
    }

    /** The certificates of completion; who has read everything has one of participation beside it. */
    List<JsonObject> certificates() {
        return api.get("/api/me/certificates").expect(200).objects().stream()
                .filter(certificate ->
                        certificate.getJsonObject("award").getString("kind").equals("completion"))
                .toList();
    }
}
