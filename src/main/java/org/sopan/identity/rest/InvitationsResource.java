package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sopan.identity.AcceptInvitation;
import org.sopan.platform.Public;

/** {@code POST /api/invitations}: the page behind an invitation's link posts its token. */
@Path("invitations")
@Produces(MediaType.APPLICATION_JSON)
public class InvitationsResource {
    private final AcceptInvitation acceptInvitation;
    private final SessionAnswers answers;

    @Inject
    public InvitationsResource(AcceptInvitation acceptInvitation, SessionAnswers answers) {
        this.acceptInvitation = acceptInvitation;
        this.answers = answers;
    }

    @POST
    @Public
    @Consumes(MediaType.APPLICATION_JSON)
    public Response accept(@NotNull @Valid NewPassword chosen) {
        AcceptInvitation.SignedIn signedIn =
                acceptInvitation.accept(chosen.token(), chosen.password(), chosen.name(), chosen.designation());
        return answers.of(signedIn.person(), signedIn.session());
    }
}
