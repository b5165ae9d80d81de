package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.sopan.enrolment.ApplyRoster;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code DELETE /api/roster-plans/{id}}: drops a plan that was not applied. */
@Path("roster-plans/{id}")
public class RosterPlanResource {
    private final ApplyRoster applyRoster;

    @Inject
    public RosterPlanResource(ApplyRoster applyRoster) {
        this.applyRoster = applyRoster;
    }

    @DELETE
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public void drop(@PathParam("id") String id) {
        applyRoster.drop(PathId.uuid(id, "unknown-roster-plan"));
    }
}
