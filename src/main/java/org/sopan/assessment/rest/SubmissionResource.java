package org.sopan.assessment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.assessment.SubmitAttempt;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;

/** {@code POST /api/attempts/{id}/submission}: the result; again gives the same. */
@Path("attempts/{id}/submission")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {
    private final SubmitAttempt submitAttempt;

    @Inject
    public SubmissionResource(SubmitAttempt submitAttempt) {
        this.submitAttempt = submitAttempt;
    }

    @POST
    @Requires
    public String submit(@PathParam("id") String id) {
        return submitAttempt.submit(PathId.uuid(id, "unknown-attempt")).result();
    }
}
