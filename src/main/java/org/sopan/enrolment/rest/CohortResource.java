package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.enrolment.ChangeCohort;
import org.sopan.enrolment.ShowCohort;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;

/** {@code /api/cohorts/{id}}: as it is seen, and as its host changes it. */
@Path("cohorts/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class CohortResource {
    private final ShowCohort showCohort;
    private final ChangeCohort changeCohort;

    @Inject
    public CohortResource(ShowCohort showCohort, ChangeCohort changeCohort) {
        this.showCohort = showCohort;
        this.changeCohort = changeCohort;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR, Role.FACILITATOR, Role.VIEWER})
    public CohortView show(@PathParam("id") String id) {
        return CohortView.of(showCohort.show(new CohortId(PathId.uuid(id, "unknown-cohort"))));
    }

    @PUT
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public CohortView change(@PathParam("id") String id, @NotNull @Valid ChangedCohort cohort) {
        CohortId cohortId = new CohortId(PathId.uuid(id, "unknown-cohort"));
        changeCohort.change(cohortId, cohort.terms(), cohort.contactId());
        return CohortView.of(showCohort.show(cohortId));
    }
}
