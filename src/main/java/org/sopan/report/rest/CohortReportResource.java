package org.sopan.report.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.report.PrintCohortReport;
import org.sopan.shared.CohortId;

/** {@code GET /api/cohorts/{id}/report?lang=}: one page for the director. */
@Path("cohorts/{id}/report")
public class CohortReportResource {
    private static final String PDF = "application/pdf";
    private final PrintCohortReport report;
    private final RequestLanguage language;

    @Inject
    public CohortReportResource(PrintCohortReport report, RequestLanguage language) {
        this.report = report;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.VIEWER, Role.FACILITATOR, Role.ADMINISTRATOR})
    @Produces(PDF)
    public Response print(@PathParam("id") String id) {
        byte[] pdf = report.print(new CohortId(PathId.uuid(id, "unknown-cohort")), language.language());
        return Response.ok(pdf, PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"cohort-report.pdf\"")
                .build();
    }
}
