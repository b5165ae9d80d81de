package org.sopan.assessment.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.sopan.assessment.AnswerJournal;
import org.sopan.assessment.SaveAnswer;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;

/** {@code PUT /api/attempts/{id}/answers/{item}}: saved when the receipt comes back. */
@Path("attempts/{id}/answers/{item}")
@Produces(MediaType.APPLICATION_JSON)
public class AnswerResource {
    private static final int LONGEST = 100_000;
    private final SaveAnswer saveAnswer;

    @Inject
    public AnswerResource(SaveAnswer saveAnswer) {
        this.saveAnswer = saveAnswer;
    }

    @PUT
    @Requires
    @Consumes(MediaType.APPLICATION_JSON)
    public SavedAnswer save(
            @PathParam("id") String id, @PathParam("item") String item, @NotNull @Size(max = LONGEST) String body) {
        JsonObject answer = AnswerJson.object(AnswerJson.parse(body));
        AnswerJournal.Entry entry = saveAnswer.save(
                PathId.uuid(id, "unknown-attempt"), item, AnswerJson.seq(answer), AnswerJson.response(answer));
        return new SavedAnswer(entry.receipt(), entry.seq(), entry.savedAt());
    }

    /** The proof that an answer is in the journal. */
    public record SavedAnswer(String receipt, int seq, Instant savedAt) {}
}
