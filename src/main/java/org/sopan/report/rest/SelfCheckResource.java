package org.sopan.report.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.report.CheckReports;

/** {@code POST /api/reports/self-check}: compares what reports read with its sources, and repairs it. */
@Path("reports/self-check")
@Produces(MediaType.APPLICATION_JSON)
public class SelfCheckResource {
    private final CheckReports check;

    @Inject
    public SelfCheckResource(CheckReports check) {
        this.check = check;
    }

    @POST
    @Requires({Role.ADMINISTRATOR})
    public CheckReports.Found check() {
        return check.check();
    }
}
