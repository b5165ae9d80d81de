package org.sopan.approval.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.sopan.approval.PresentAward;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code POST /api/approvals/{award}/presentation}: an award that was returned goes back into the queue. */
@Path("approvals/{award}/presentation")
public class PresentationResource {
    private final PresentAward presentAward;

    @Inject
    public PresentationResource(PresentAward presentAward) {
        this.presentAward = presentAward;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public Response present(@PathParam("award") String id) {
        presentAward.again(PathId.uuid(id, "unknown-award"));
        return Response.noContent().build();
    }
}
