package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sopan.identity.Person;
import org.sopan.identity.SignIn;
import org.sopan.platform.Caller;
import org.sopan.platform.Public;
import org.sopan.platform.Requires;
import org.sopan.platform.SessionCookie;

/** {@code /api/session}: sign in and out. */
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
    private final SignIn signIn;
    private final SessionAnswers answers;
    private final SessionCookie cookie;
    private final Caller caller;

    @Inject
    public SessionResource(SignIn signIn, SessionAnswers answers, SessionCookie cookie, Caller caller) {
        this.signIn = signIn;
        this.answers = answers;
        this.cookie = cookie;
        this.caller = caller;
    }

    @POST
    @Public
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(@NotNull @Valid Credentials credentials) {
        Person person = signIn.check(credentials.email(), credentials.password());
        return answers.of(person, signIn.open(person));
    }

    @DELETE
    @Requires
    public Response signOut() {
        signIn.end(caller.token());
        return Response.noContent().cookie(cookie.removal()).build();
    }
}
