package org.sopan.approval.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.approval.DecideAwards;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code GET /api/decisions/{id}}: how far a decision is, and what it left as it was. */
@Path("decisions/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionResource {
    private final DecideAwards decideAwards;

    @Inject
    public DecisionResource(DecideAwards decideAwards) {
        this.decideAwards = decideAwards;
    }

    @GET
    @Requires(Role.ADMINISTRATOR)
    public DecisionView read(@PathParam("id") String id) {
        return DecisionView.of(decideAwards.show(PathId.uuid(id, "unknown-decision")));
    }
}
