package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.identity.ChangeProfile;
import org.sopan.identity.PeopleInCare;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.PersonId;

/** {@code /api/people/{id}}: one person, for oneself and those who read of the institute; changed by who looks after it. */
@Path("people/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class PersonResource {
    private final PeopleInCare people;
    private final ChangeProfile changeProfile;
    private final ProfileViews views;

    @Inject
    public PersonResource(PeopleInCare people, ChangeProfile changeProfile, ProfileViews views) {
        this.people = people;
        this.changeProfile = changeProfile;
        this.views = views;
    }

    @GET
    @Requires
    @Transactional(Transactional.TxType.SUPPORTS)
    public ProfileView show(@PathParam("id") String id) {
        return views.whole(people.read(new PersonId(PathId.uuid(id, "unknown-person"))));
    }

    @PUT
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public ProfileView change(@PathParam("id") String id, @NotNull @Valid ChangePerson change) {
        return views.whole(changeProfile.of(new PersonId(PathId.uuid(id, "unknown-person")), change.change()));
    }
}
