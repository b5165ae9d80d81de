package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.identity.EndRole;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code DELETE /api/roles/{id}}. */
@Path("roles/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class RoleResource {
    private final EndRole endRole;

    @Inject
    public RoleResource(EndRole endRole) {
        this.endRole = endRole;
    }

    @DELETE
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public void end(@PathParam("id") String id) {
        endRole.end(PathId.uuid(id, "unknown-role"));
    }
}
