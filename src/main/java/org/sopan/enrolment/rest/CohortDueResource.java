package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.enrolment.MoveDue;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;

/** {@code PUT /api/cohorts/{id}/due}: of the people the caller looks after. */
@Path("cohorts/{id}/due")
@Produces(MediaType.APPLICATION_JSON)
public class CohortDueResource {
    private final MoveDue moveDue;

    @Inject
    public CohortDueResource(MoveDue moveDue) {
        this.moveDue = moveDue;
    }

    @PUT
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Moved act(@PathParam("id") String id, @NotNull @Valid NewDue wish) {
        return new Moved(moveDue.ofCohort(new CohortId(PathId.uuid(id, "unknown-cohort")), wish.due(), wish.reason()));
    }

    /** How many enrolments have another last day now. */
    public record Moved(int moved) {}
}
