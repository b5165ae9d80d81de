package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.PlanRoster;
import org.sopan.enrolment.RosterPlan;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;

/** {@code POST /api/institutes/{id}/roster-plans?cohort=}: a staff list as CSV in UTF-8 becomes a plan. */
@Path("institutes/{id}/roster-plans")
@Produces(MediaType.APPLICATION_JSON)
public class RosterPlansResource {
    private static final int LARGEST = 20 * 1024 * 1024;
    private final PlanRoster planRoster;
    private final RequestLanguage language;

    @Inject
    public RosterPlansResource(PlanRoster planRoster, RequestLanguage language) {
        this.planRoster = planRoster;
        this.language = language;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes("text/csv")
    public Response plan(
            @PathParam("id") String institute, @QueryParam("cohort") @Nullable String cohort, InputStream body)
            throws IOException {
        byte[] csv = body.readNBytes(LARGEST + 1);
        if (csv.length > LARGEST) {
            throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        RosterPlan plan = planRoster.plan(
                institute,
                cohort == null || cohort.isBlank() ? null : new CohortId(PathId.uuid(cohort, "unknown-cohort")),
                csv);
        return Response.status(Response.Status.CREATED)
                .entity(RosterPlanView.of(plan, language.language()))
                .build();
    }
}
