package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Catalogue;
import org.sopan.course.Item;
import org.sopan.course.Quiz;
import org.sopan.platform.Caller;

/** An attempt as its candidate sees it: the items as drawn, the answers kept, and the result once submitted. */
@ApplicationScoped
public class ShowAttempt {
    private final Attempts attempts;
    private final AnswerJournal journal;
    private final Catalogue catalogue;
    private final QuestionTypes types;
    private final Caller caller;

    @Inject
    public ShowAttempt(
            Attempts attempts, AnswerJournal journal, Catalogue catalogue, QuestionTypes types, Caller caller) {
        this.attempts = attempts;
        this.journal = journal;
        this.catalogue = catalogue;
        this.types = types;
        this.caller = caller;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public JsonObject show(UUID id) {
        return show(attempts.ownOf(caller, id));
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public JsonObject show(Attempt attempt) {
        JsonObjectBuilder answers = Json.createObjectBuilder();
        journal.latest(attempt.id())
                .forEach((item, entry) -> answers.add(
                        item,
                        Json.createObjectBuilder()
                                .add("response", entry.response())
                                .add("seq", entry.seq())
                                .add("receipt", entry.receipt())));
        JsonObjectBuilder json = begun(attempt).add("answers", answers);
        if (attempt.state() == Attempt.State.SUBMITTED) {
            json.add("result", result(attempt));
        }
        return json.build();
    }

    /** The attempt without answers, as it is when it has just begun. */
    public JsonObjectBuilder begun(Attempt attempt) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", attempt.id().toString())
                .add("enrolment", attempt.enrolment().toString())
                .add("quiz", attempt.quiz())
                .add("number", attempt.number())
                .add("state", attempt.state() == Attempt.State.OPEN ? "open" : "submitted")
                .add("startedAt", attempt.startedAt().toString())
                .add("release", attempt.release())
                .add("items", items(attempt));
        add(json, "deadline", attempt.deadline());
        add(json, "submittedAt", attempt.submittedAt());
        return json;
    }

    public static JsonObject result(Attempt attempt) {
        try (JsonReader reader = Json.createReader(new StringReader(attempt.result()))) {
            return reader.readObject();
        }
    }

    private JsonArrayBuilder items(Attempt attempt) {
        Quiz quiz = catalogue
                .release(attempt.course(), attempt.release())
                .quiz(attempt.quiz())
                .orElseThrow();
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (DrawnItem drawn : attempt.drawn()) {
            Item item = quiz.item(drawn.id()).orElseThrow();
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("id", item.id())
                    .add("type", item.type())
                    .add("points", drawn.points())
                    .add("prompt", item.definition().getOrDefault("prompt", JsonValue.EMPTY_JSON_OBJECT));
            types.of(item.type()).view(item.definition(), drawn.drawn()).forEach(json::add);
            items.add(json);
        }
        return items;
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Instant instant) {
        if (instant != null) {
            json.add(name, instant.toString());
        }
    }
}
