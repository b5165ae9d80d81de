package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.enrolment.OpenCohort;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;

/** {@code GET /api/cohorts/{id}}. */
@Path("cohorts/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class CohortResource {
    private final OpenCohort openCohort;

    @Inject
    public CohortResource(OpenCohort openCohort) {
        this.openCohort = openCohort;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public CohortView show(@PathParam("id") String id) {
        return CohortView.of(openCohort.show(new CohortId(PathId.uuid(id, "unknown-cohort"))));
    }
}
