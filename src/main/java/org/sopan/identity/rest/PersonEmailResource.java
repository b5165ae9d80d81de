package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.identity.ChangeEmail;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.PersonId;

/** {@code PUT /api/people/{id}/email}: an administrator's way when the old address is dead. */
@Path("people/{id}/email")
@Produces(MediaType.APPLICATION_JSON)
public class PersonEmailResource {
    private final ChangeEmail changeEmail;
    private final ProfileViews views;

    @Inject
    public PersonEmailResource(ChangeEmail changeEmail, ProfileViews views) {
        this.changeEmail = changeEmail;
        this.views = views;
    }

    @PUT
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public ProfileView replace(@PathParam("id") String id, @NotNull @Valid ReplacedEmail wanted) {
        return views.whole(
                changeEmail.replace(new PersonId(PathId.uuid(id, "unknown-person")), wanted.email(), wanted.reason()));
    }

    /** The new address, and why it is changed this way. */
    public record ReplacedEmail(@NotBlank @Size(max = 320) String email, @NotBlank @Size(max = 500) String reason) {}
}
