package org.sopan.notice.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.notice.SetReminderRules;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code GET} and {@code PUT /api/institutes/{id}/reminder-rules}. */
@Path("institutes/{id}/reminder-rules")
@Produces(MediaType.APPLICATION_JSON)
public class InstituteReminderRulesResource {
    private final SetReminderRules setReminderRules;

    @Inject
    public InstituteReminderRulesResource(SetReminderRules setReminderRules) {
        this.setReminderRules = setReminderRules;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public RulesView show(@PathParam("id") String institute) {
        return RulesView.of(setReminderRules.ofInstitute(institute));
    }

    @PUT
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public RulesView change(@PathParam("id") String institute, @NotNull @Valid ChangeRules change) {
        return RulesView.of(setReminderRules.setForInstitute(institute, change.rules()));
    }
}
