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
import org.sopan.identity.AskForReset;
import org.sopan.platform.Public;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;

/** {@code POST /api/password-resets}: ask for a link, or use it. */
@Path("password-resets")
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResetsResource {
    private final AskForReset askForReset;
    private final AcceptInvitation acceptInvitation;
    private final SessionAnswers answers;

    @Inject
    public PasswordResetsResource(AskForReset askForReset, AcceptInvitation acceptInvitation, SessionAnswers answers) {
        this.askForReset = askForReset;
        this.acceptInvitation = acceptInvitation;
        this.answers = answers;
    }

    @POST
    @Public
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reset(@NotNull @Valid ResetRequest request) {
        String token = request.token();
        String password = request.password();
        if (token != null && password != null) {
            AcceptInvitation.SignedIn signedIn = acceptInvitation.reset(token, password);
            return answers.of(signedIn.person(), signedIn.session());
        }
        String email = request.email();
        if (email == null || email.isBlank() || token != null || password != null) {
            throw DomainException.Invalid.malformed(
                    "invalid-input", new FieldError(token == null ? "email" : "password", "missing"));
        }
        askForReset.ask(email);
        return Response.accepted().build();
    }
}
