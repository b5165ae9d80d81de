package org.sopan.assessment.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.sopan.assessment.GiveAllowance;
import org.sopan.assessment.ListAllowances;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;

/** {@code /api/cohorts/{id}/allowances}: extra attempts and extra time for the people of a cohort whom the caller looks after; the answer is the whole list. */
@Path("cohorts/{id}/allowances")
@Produces(MediaType.APPLICATION_JSON)
public class CohortAllowancesResource {
    private final GiveAllowance giveAllowance;
    private final ListAllowances listAllowances;

    @Inject
    public CohortAllowancesResource(GiveAllowance giveAllowance, ListAllowances listAllowances) {
        this.giveAllowance = giveAllowance;
        this.listAllowances = listAllowances;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR, Role.FACILITATOR})
    public List<AllowanceView> list(@PathParam("id") String id) {
        return AllowanceView.of(listAllowances.of(new CohortId(PathId.uuid(id, "unknown-cohort"))));
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(@PathParam("id") String id, @NotNull @Valid NewAllowance allowance) {
        CohortId whose = new CohortId(PathId.uuid(id, "unknown-cohort"));
        giveAllowance.toCohort(whose, allowance.terms());
        return Response.status(Response.Status.CREATED)
                .entity(AllowanceView.of(listAllowances.of(whose)))
                .build();
    }
}
