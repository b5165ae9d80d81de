package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.identity.ChangeProfile;
import org.sopan.identity.PeopleInCare;
import org.sopan.platform.Caller;
import org.sopan.platform.Requires;

/** {@code /api/me/profile}: what is known of oneself, and what one may change of it. */
@Path("me/profile")
@Produces(MediaType.APPLICATION_JSON)
public class MyProfileResource {
    private final PeopleInCare people;
    private final ChangeProfile changeProfile;
    private final ProfileViews views;
    private final Caller caller;

    @Inject
    public MyProfileResource(PeopleInCare people, ChangeProfile changeProfile, ProfileViews views, Caller caller) {
        this.people = people;
        this.changeProfile = changeProfile;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Requires
    @Transactional(Transactional.TxType.SUPPORTS)
    public ProfileView show() {
        return views.whole(people.read(caller.person()));
    }

    @PUT
    @Requires
    @Consumes(MediaType.APPLICATION_JSON)
    public ProfileView change(@NotNull @Valid ChangeOwnProfile change) {
        return views.whole(changeProfile.own(change.change()));
    }
}
