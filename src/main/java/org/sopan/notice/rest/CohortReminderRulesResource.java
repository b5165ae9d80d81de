package org.sopan.notice.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.sopan.notice.SetReminderRules;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;

/** {@code /api/cohorts/{id}/reminder-rules?institute=}: for the caller's own people in it; deleted, the institute's hold. */
@Path("cohorts/{id}/reminder-rules")
@Produces(MediaType.APPLICATION_JSON)
public class CohortReminderRulesResource {
    private final SetReminderRules setReminderRules;

    @Inject
    public CohortReminderRulesResource(SetReminderRules setReminderRules) {
        this.setReminderRules = setReminderRules;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public RulesView show(@PathParam("id") String id, @QueryParam("institute") @Nullable String institute) {
        return RulesView.of(setReminderRules.ofCohort(cohort(id), institute));
    }

    @PUT
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public RulesView change(
            @PathParam("id") String id,
            @QueryParam("institute") @Nullable String institute,
            @NotNull @Valid ChangeRules change) {
        return RulesView.of(setReminderRules.setForCohort(cohort(id), institute, change.rules()));
    }

    @DELETE
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public RulesView drop(@PathParam("id") String id, @QueryParam("institute") @Nullable String institute) {
        return RulesView.of(setReminderRules.dropForCohort(cohort(id), institute));
    }

    private static CohortId cohort(String id) {
        return new CohortId(PathId.uuid(id, "unknown-cohort"));
    }
}
