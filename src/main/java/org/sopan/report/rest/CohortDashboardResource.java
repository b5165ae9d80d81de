package org.sopan.report.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.report.CohortDashboard;
import org.sopan.report.ShowCohortDashboard;
import org.sopan.shared.CohortId;

/** {@code GET /api/cohorts/{id}/dashboard?idle=&due=}: where a cohort stands and who needs a hand. */
@Path("cohorts/{id}/dashboard")
@Produces(MediaType.APPLICATION_JSON)
public class CohortDashboardResource {
    private final ShowCohortDashboard dashboard;

    @Inject
    public CohortDashboardResource(ShowCohortDashboard dashboard) {
        this.dashboard = dashboard;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.VIEWER, Role.FACILITATOR, Role.ADMINISTRATOR})
    public CohortDashboard show(
            @PathParam("id") String id,
            @QueryParam("idle") @Min(1) @Max(365) @Nullable Integer idle,
            @QueryParam("due") @Min(1) @Max(365) @Nullable Integer due) {
        return dashboard.show(new CohortId(PathId.uuid(id, "unknown-cohort")), idle, due);
    }
}
