package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.enrolment.ApplyRoster;
import org.sopan.enrolment.RosterPlan;
import org.sopan.enrolment.ShowRoster;
import org.sopan.enrolment.UndoRoster;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/**
 * {@code /api/roster-plans/{id}/application}: applies a plan, shows how far that is, and takes it back; each a second
 * time with the same answer.
 */
@Path("roster-plans/{id}/application")
@Produces(MediaType.APPLICATION_JSON)
public class RosterApplicationResource {
    private final ApplyRoster applyRoster;
    private final UndoRoster undoRoster;
    private final ShowRoster showRoster;
    private final RequestLanguage language;

    @Inject
    public RosterApplicationResource(
            ApplyRoster applyRoster, UndoRoster undoRoster, ShowRoster showRoster, RequestLanguage language) {
        this.applyRoster = applyRoster;
        this.undoRoster = undoRoster;
        this.showRoster = showRoster;
        this.language = language;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public RosterPlan.Outcome apply(@PathParam("id") String id) {
        return applyRoster.apply(PathId.uuid(id, RosterPlanResource.UNKNOWN));
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public ShowRoster.Progress progress(@PathParam("id") String id) {
        return showRoster.application(PathId.uuid(id, RosterPlanResource.UNKNOWN));
    }

    @DELETE
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public RosterUndoneView undo(@PathParam("id") String id) {
        return RosterUndoneView.of(undoRoster.undo(PathId.uuid(id, RosterPlanResource.UNKNOWN)), language.language());
    }
}
