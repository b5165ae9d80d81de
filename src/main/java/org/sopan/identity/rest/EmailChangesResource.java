package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.identity.ChangeEmail;
import org.sopan.platform.Public;

/** {@code POST /api/email-changes}: the page behind the link in either mail posts its token. */
@Path("email-changes")
@Produces(MediaType.APPLICATION_JSON)
public class EmailChangesResource {
    private final ChangeEmail changeEmail;

    @Inject
    public EmailChangesResource(ChangeEmail changeEmail) {
        this.changeEmail = changeEmail;
    }

    @POST
    @Public
    @Consumes(MediaType.APPLICATION_JSON)
    public Confirmed confirm(@NotNull @Valid LinkUsed link) {
        return new Confirmed(changeEmail.confirm(link.token()) ? "done" : "half");
    }

    /** The token of a link. */
    public record LinkUsed(@NotBlank @Size(max = 200) String token) {}

    /** {@code half} while the other address has not confirmed, then {@code done}. */
    public record Confirmed(String state) {}
}
