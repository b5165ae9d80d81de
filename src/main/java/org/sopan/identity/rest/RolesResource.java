package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.GrantRole;
import org.sopan.identity.ListRoles;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.Page;

/** {@code /api/roles}: who looks after, reads, assesses and administers what; and a further one. */
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
public class RolesResource {
    private final ListRoles listRoles;
    private final GrantRole grantRole;

    @Inject
    public RolesResource(ListRoles listRoles, GrantRole grantRole) {
        this.listRoles = listRoles;
        this.grantRole = grantRole;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public Page<HeldRoleView> list(
            @QueryParam("organization") @Nullable String organization,
            @QueryParam("cohort") @Nullable String cohort,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        Page<ListRoles.Entry> found = listRoles.list(
                organization == null || organization.isBlank() ? null : organization,
                cohort == null || cohort.isBlank() ? null : new CohortId(PathId.uuid(cohort, "unknown-cohort")),
                page,
                size);
        return new Page<>(found.items().stream().map(HeldRoleView::of).toList(), found.total());
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response grant(@NotNull @Valid NewRole role) {
        GrantRole.Granted granted = grantRole.grant(role.wanted());
        return Response.status(granted.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(HeldRoleView.of(granted))
                .build();
    }
}
