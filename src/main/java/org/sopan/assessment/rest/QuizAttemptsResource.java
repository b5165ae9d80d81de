package org.sopan.assessment.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sopan.assessment.ShowAttempt;
import org.sopan.assessment.StartAttempt;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.shared.EnrolmentId;

/** {@code POST /api/enrolments/{id}/quizzes/{quiz}/attempts}: 201 with a new attempt, 200 with the open one. */
@Path("enrolments/{id}/quizzes/{quiz}/attempts")
@Produces(MediaType.APPLICATION_JSON)
public class QuizAttemptsResource {
    private final StartAttempt startAttempt;
    private final ShowAttempt showAttempt;

    @Inject
    public QuizAttemptsResource(StartAttempt startAttempt, ShowAttempt showAttempt) {
        this.startAttempt = startAttempt;
        this.showAttempt = showAttempt;
    }

    @POST
    @Requires
    public Response start(@PathParam("id") String id, @PathParam("quiz") String quiz) {
        StartAttempt.Started started = startAttempt.start(new EnrolmentId(PathId.uuid(id, "unknown-enrolment")), quiz);
        JsonObject attempt =
                started.isNew() ? showAttempt.begun(started.attempt()).build() : showAttempt.show(started.attempt());
        return Response.status(started.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(attempt.toString())
                .build();
    }
}
