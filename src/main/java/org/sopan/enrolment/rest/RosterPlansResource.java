package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.PlanRoster;
import org.sopan.enrolment.ShowRoster;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.platform.Upload;
import org.sopan.shared.CohortId;
import org.sopan.shared.Page;

/** {@code /api/institutes/{id}/roster-plans}: a staff list as CSV or XLSX becomes a plan; the recent plans. */
@Path("institutes/{id}/roster-plans")
@Produces(MediaType.APPLICATION_JSON)
public class RosterPlansResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final PlanRoster planRoster;
    private final ShowRoster showRoster;
    private final RequestLanguage language;

    @Inject
    public RosterPlansResource(PlanRoster planRoster, ShowRoster showRoster, RequestLanguage language) {
        this.planRoster = planRoster;
        this.showRoster = showRoster;
        this.language = language;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes({"text/csv", "text/tab-separated-values", "application/vnd.ms-excel", XLSX})
    public Response plan(
            @PathParam("id") String institute, @QueryParam("cohort") @Nullable String cohort, InputStream body)
            throws IOException {
        CohortId into = cohort == null || cohort.isBlank() ? null : new CohortId(PathId.uuid(cohort, "unknown-cohort"));
        planRoster.mustBeAllowed(institute, into);
        try (Upload upload = Upload.of(body)) {
            UUID plan = planRoster.plan(institute, into, upload.file()).id();
            return Response.status(Response.Status.CREATED)
                    .entity(RosterPlanView.of(showRoster.show(plan), language.language()))
                    .build();
        }
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public Page<RosterPlanLineView> list(
            @PathParam("id") String institute,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(200) int size) {
        Page<ShowRoster.Listed> found = showRoster.list(institute, page, size);
        return new Page<>(found.items().stream().map(RosterPlanLineView::of).toList(), found.total());
    }
}
