package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sopan.identity.AskForEmail;
import org.sopan.platform.Requires;

/** {@code POST /api/me/email}: ask for another address; the answer is the same whoever has it. */
@Path("me/email")
@Produces(MediaType.APPLICATION_JSON)
public class MyEmailResource {
    private final AskForEmail askForEmail;

    @Inject
    public MyEmailResource(AskForEmail askForEmail) {
        this.askForEmail = askForEmail;
    }

    @POST
    @Requires
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@NotNull @Valid NewEmail wanted) {
        askForEmail.check(wanted.password());
        askForEmail.ask(wanted.email());
        return Response.accepted().build();
    }

    /** The address wished for, and one's password. */
    public record NewEmail(@NotBlank @Size(max = 320) String email, @NotEmpty @Size(max = 1000) String password) {}
}
