package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.enrolment.ApplyRoster;
import org.sopan.enrolment.ShowRoster;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code /api/roster-plans/{id}}: shows a plan, or drops one that was not applied. */
@Path("roster-plans/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class RosterPlanResource {
    static final String UNKNOWN = "unknown-roster-plan";
    private final ApplyRoster applyRoster;
    private final ShowRoster showRoster;
    private final RequestLanguage language;

    @Inject
    public RosterPlanResource(ApplyRoster applyRoster, ShowRoster showRoster, RequestLanguage language) {
        this.applyRoster = applyRoster;
        this.showRoster = showRoster;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public RosterPlanView show(@PathParam("id") String id) {
        return RosterPlanView.of(showRoster.show(PathId.uuid(id, UNKNOWN)), language.language());
    }

    @DELETE
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public void drop(@PathParam("id") String id) {
        applyRoster.drop(PathId.uuid(id, UNKNOWN));
    }
}
