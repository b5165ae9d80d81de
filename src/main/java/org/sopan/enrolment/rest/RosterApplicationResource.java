package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.enrolment.ApplyRoster;
import org.sopan.enrolment.RosterPlan;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code POST /api/roster-plans/{id}/application}: applies a plan; a second time the same answer. */
@Path("roster-plans/{id}/application")
@Produces(MediaType.APPLICATION_JSON)
public class RosterApplicationResource {
    private final ApplyRoster applyRoster;

    @Inject
    public RosterApplicationResource(ApplyRoster applyRoster) {
        this.applyRoster = applyRoster;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public RosterPlan.Outcome apply(@PathParam("id") String id) {
        return applyRoster.apply(PathId.uuid(id, "unknown-roster-plan"));
    }
}
