package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.identity.DeactivatePerson;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.PersonId;

/** {@code POST /api/people/{id}/activation}: switches a person on again. */
@Path("people/{id}/activation")
@Produces(MediaType.APPLICATION_JSON)
public class ActivationResource {
    private final DeactivatePerson deactivatePerson;
    private final ProfileViews views;

    @Inject
    public ActivationResource(DeactivatePerson deactivatePerson, ProfileViews views) {
        this.deactivatePerson = deactivatePerson;
        this.views = views;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public ProfileView activate(@PathParam("id") String id, @NotNull @Valid WithReason why) {
        return views.whole(deactivatePerson.activate(new PersonId(PathId.uuid(id, "unknown-person")), why.reason()));
    }
}
