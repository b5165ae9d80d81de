package org.sopan.assessment.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.assessment.AnswerJournal;
import org.sopan.assessment.SaveAnswer;
import org.sopan.platform.PathId;
import org.sopan.platform.Problems;
import org.sopan.platform.Requires;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/** {@code POST /api/attempts/{id}/answers}: answers collected without a connection, in order, each on its own. */
@Path("attempts/{id}/answers")
@Produces(MediaType.APPLICATION_JSON)
public class AnswersResource {
    private static final int MOST = 500;
    private static final int LONGEST = 2_000_000;
    private static final int OK = 200;
    private final SaveAnswer saveAnswer;

    @Inject
    public AnswersResource(SaveAnswer saveAnswer) {
        this.saveAnswer = saveAnswer;
    }

    @POST
    @Requires
    @Consumes(MediaType.APPLICATION_JSON)
    public List<BatchedAnswer> save(@PathParam("id") String id, @NotNull @Size(max = LONGEST) String body) {
        UUID attempt = PathId.uuid(id, "unknown-attempt");
        if (!(AnswerJson.parse(body) instanceof JsonArray answers)) {
            throw Invalid.malformed("malformed-json");
        }
        if (answers.size() > MOST) {
            throw Invalid.malformed("invalid-input", new FieldError("body", "size"));
        }
        List<BatchedAnswer> results = new ArrayList<>();
        for (JsonValue answer : answers) {
            results.add(save(attempt, AnswerJson.object(answer)));
        }
        return results;
    }

    private BatchedAnswer save(UUID attempt, JsonObject answer) {
        String item = answer.get("item") instanceof JsonString text ? text.getString() : "";
        int seq = AnswerJson.seq(answer);
        try {
            AnswerJournal.Entry entry = saveAnswer.save(attempt, item, seq, AnswerJson.response(answer));
            return new BatchedAnswer(item, seq, OK, entry.receipt(), null);
        } catch (DomainException.Unavailable away) {
            throw away;
        } catch (DomainException refused) {
            return new BatchedAnswer(item, seq, Problems.status(refused), null, refused.code());
        }
    }

    /** What became of one answer: an HTTP status, with a receipt or the code of the problem. */
    public record BatchedAnswer(String item, int seq, int status, @Nullable String receipt, @Nullable String problem) {}
}
