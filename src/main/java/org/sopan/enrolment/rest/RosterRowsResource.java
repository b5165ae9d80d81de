package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.ShowRoster;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException;
import org.sopan.shared.Page;

/** {@code GET /api/roster-plans/{id}/rows?action=}: the rows of a plan with what would happen to each. */
@Path("roster-plans/{id}/rows")
@Produces(MediaType.APPLICATION_JSON)
public class RosterRowsResource {
    private final ShowRoster showRoster;
    private final RequestLanguage language;

    @Inject
    public RosterRowsResource(ShowRoster showRoster, RequestLanguage language) {
        this.showRoster = showRoster;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public Page<RosterRowView> rows(
            @PathParam("id") String id,
            @QueryParam("action") @Nullable String action,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(100_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        Action only = action == null || action.isEmpty() ? null : action(action);
        ShowRoster.Lines found = showRoster.rows(PathId.uuid(id, RosterPlanResource.UNKNOWN), only, page, size);
        return new Page<>(
                found.lines().items().stream()
                        .map(line -> RosterRowView.of(line, found.notes(), language.language()))
                        .toList(),
                found.lines().total());
    }

    private static Action action(String word) {
        return Arrays.stream(Action.values())
                .filter(action -> action.name().equals(word))
                .findFirst()
                .orElseThrow(() -> DomainException.Invalid.malformed("no-such-state"));
    }
}
