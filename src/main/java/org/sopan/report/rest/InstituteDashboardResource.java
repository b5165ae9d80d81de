package org.sopan.report.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.report.InstituteDashboard;
import org.sopan.report.ShowInstituteDashboard;

/** {@code GET /api/institutes/{id}/dashboard?fiscalYear=&from=&to=&by=}: an institute over time. */
@Path("institutes/{id}/dashboard")
@Produces(MediaType.APPLICATION_JSON)
public class InstituteDashboardResource {
    private final ShowInstituteDashboard dashboard;

    @Inject
    public InstituteDashboardResource(ShowInstituteDashboard dashboard) {
        this.dashboard = dashboard;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR})
    public InstituteDashboard show(
            @PathParam("id") String institute,
            @QueryParam("fiscalYear") @Nullable String fiscalYear,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("by") @Nullable String by) {
        return dashboard.show(institute, fiscalYear, from, to, ShowInstituteDashboard.By.of(by));
    }
}
