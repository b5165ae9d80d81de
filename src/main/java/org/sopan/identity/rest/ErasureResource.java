package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.identity.ErasePerson;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.PersonId;

/** {@code /api/people/{id}/erasure}: what it would take away and leave; and doing it, for ever. */
@Path("people/{id}/erasure")
@Produces(MediaType.APPLICATION_JSON)
public class ErasureResource {
    private final ErasePerson erasePerson;
    private final RequestLanguage language;

    @Inject
    public ErasureResource(ErasePerson erasePerson, RequestLanguage language) {
        this.erasePerson = erasePerson;
        this.language = language;
    }

    @GET
    @Requires(Role.ADMINISTRATOR)
    @Transactional(Transactional.TxType.SUPPORTS)
    public ErasureView preview(@PathParam("id") String id) {
        return ErasureView.of(
                erasePerson.preview(new PersonId(PathId.uuid(id, "unknown-person"))), language.language());
    }

    @POST
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public ErasureView erase(@PathParam("id") String id, @NotNull @Valid Erasure wanted) {
        return ErasureView.of(
                erasePerson.erase(new PersonId(PathId.uuid(id, "unknown-person")), wanted.reason(), wanted.confirm()),
                language.language());
    }

    /** Why, and the person's e-mail address, so that it is not someone else's. */
    public record Erasure(@NotBlank @Size(max = 500) String reason, @NotBlank @Size(max = 320) String confirm) {}
}
