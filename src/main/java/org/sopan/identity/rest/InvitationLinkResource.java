package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.identity.InviteAgain;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.PersonId;

/** {@code POST /api/people/{id}/invitation-link}: a link to copy for a message or a print-out. */
@Path("people/{id}/invitation-link")
@Produces(MediaType.APPLICATION_JSON)
public class InvitationLinkResource {
    private final InviteAgain inviteAgain;

    @Inject
    public InvitationLinkResource(InviteAgain inviteAgain) {
        this.inviteAgain = inviteAgain;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public InviteAgain.HandedOut make(@PathParam("id") String id) {
        return inviteAgain.handOut(new PersonId(PathId.uuid(id, "unknown-person")));
    }
}
