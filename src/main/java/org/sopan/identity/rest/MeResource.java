package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.identity.People;
import org.sopan.platform.Caller;
import org.sopan.platform.Requires;
import org.sopan.shared.DomainException;

/** {@code GET /api/me}. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    private final People people;
    private final PersonViews views;
    private final Caller caller;

    @Inject
    public MeResource(People people, PersonViews views, Caller caller) {
        this.people = people;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Requires
    public PersonView me() {
        return views.of(
                people.find(caller.person()).orElseThrow(() -> new DomainException.Unauthenticated("sign-in-needed")));
    }
}
