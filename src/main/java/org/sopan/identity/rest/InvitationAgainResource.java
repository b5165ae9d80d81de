package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sopan.identity.InviteAgain;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.PersonId;

/** {@code POST /api/people/{id}/invitation}: another mail to someone who has never signed in. */
@Path("people/{id}/invitation")
@Produces(MediaType.APPLICATION_JSON)
public class InvitationAgainResource {
    private final InviteAgain inviteAgain;

    @Inject
    public InvitationAgainResource(InviteAgain inviteAgain) {
        this.inviteAgain = inviteAgain;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public Response send(@PathParam("id") String id) {
        inviteAgain.send(new PersonId(PathId.uuid(id, "unknown-person")));
        return Response.accepted().build();
    }
}
