package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.sopan.enrolment.RosterReport;
import org.sopan.enrolment.ShowRoster;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.Language;

/** {@code GET /api/roster-plans/{id}/report}: the uploaded rows as XLSX, with the bad cells marked. */
@Path("roster-plans/{id}/report")
@Produces(RosterPlansResource.XLSX)
public class RosterReportResource {
    private final RosterReport report;
    private final ShowRoster showRoster;
    private final RequestLanguage language;

    @Inject
    public RosterReportResource(RosterReport report, ShowRoster showRoster, RequestLanguage language) {
        this.report = report;
        this.showRoster = showRoster;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public Response report(@PathParam("id") String id) {
        UUID plan = showRoster
                .show(PathId.uuid(id, RosterPlanResource.UNKNOWN))
                .plan()
                .id();
        Language reader = language.language();
        StreamingOutput book = out -> report.write(plan, reader, out);
        return Response.ok(book)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sopan-roster-report.xlsx\"")
                .build();
    }
}
