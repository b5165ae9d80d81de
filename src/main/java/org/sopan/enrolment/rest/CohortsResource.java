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
import org.sopan.enrolment.ShowCohort;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code /api/cohorts}: those that concern the caller's institutes, and a new one. */
@Path("cohorts")
@Produces(MediaType.APPLICATION_JSON)
public class CohortsResource {
    private final OpenCohort openCohort;
    private final ShowCohort showCohort;

    @Inject
    public CohortsResource(OpenCohort openCohort, ShowCohort showCohort) {
        this.openCohort = openCohort;
        this.showCohort = showCohort;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR, Role.FACILITATOR, Role.VIEWER})
    public List<CohortView> list() {
        return showCohort.list().stream().map(CohortView::of).toList();
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@NotNull @Valid NewCohort cohort) {
        return Response.status(Response.Status.CREATED)
                .entity(CohortView.of(
                        showCohort.show(openCohort.open(cohort.plan()).id())))
                .build();
    }
}
