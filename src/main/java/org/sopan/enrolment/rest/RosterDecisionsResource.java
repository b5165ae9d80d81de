package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.sopan.enrolment.DecideRoster;
import org.sopan.enrolment.ShowRoster;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code PUT /api/roster-plans/{id}/decisions}: answers a plan's questions and shows the plan that comes of it. */
@Path("roster-plans/{id}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RosterDecisionsResource {
    private final DecideRoster decideRoster;
    private final ShowRoster showRoster;
    private final RequestLanguage language;

    @Inject
    public RosterDecisionsResource(DecideRoster decideRoster, ShowRoster showRoster, RequestLanguage language) {
        this.decideRoster = decideRoster;
        this.showRoster = showRoster;
        this.language = language;
    }

    @PUT
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public RosterPlanView decide(@PathParam("id") String id, @NotNull @Valid RosterDecisions decisions) {
        UUID plan = PathId.uuid(id, RosterPlanResource.UNKNOWN);
        decideRoster.decide(plan, decisions.aboutRows(), decisions.aboutColumns());
        return RosterPlanView.of(showRoster.show(plan), language.language());
    }
}
