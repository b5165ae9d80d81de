package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.sopan.enrolment.OpenCohort;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code /api/cohorts}: those that concern the caller's institutes, and a new one. */
@Path("cohorts")
@Produces(MediaType.APPLICATION_JSON)
public class CohortsResource {
    private final OpenCohort openCohort;

    @Inject
    public CohortsResource(OpenCohort openCohort) {
        this.openCohort = openCohort;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public List<CohortView> list() {
        return openCohort.list().stream().map(CohortView::of).toList();
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@NotNull @Valid NewCohort cohort) {
        return Response.status(Response.Status.CREATED)
                .entity(CohortView.of(openCohort.open(cohort.plan())))
                .build();
    }
}
