package org.sopan.assessment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.assessment.ShowAttempt;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;

/** {@code GET /api/attempts/{id}}. */
@Path("attempts/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class AttemptResource {
    private final ShowAttempt showAttempt;

    @Inject
    public AttemptResource(ShowAttempt showAttempt) {
        this.showAttempt = showAttempt;
    }

    @GET
    @Requires
    public String show(@PathParam("id") String id) {
        return showAttempt.show(PathId.uuid(id, "unknown-attempt")).toString();
    }
}
