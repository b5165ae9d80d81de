package org.sopan.completion.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.sopan.completion.MyAwards;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.PersonId;

/** {@code GET /api/people/{id}/awards}: the same for those who look after the enrolments. */
@Path("people/{id}/awards")
@Produces(MediaType.APPLICATION_JSON)
public class PersonAwardsResource {
    private final MyAwards awards;
    private final RequestLanguage language;

    @Inject
    public PersonAwardsResource(MyAwards awards, RequestLanguage language) {
        this.awards = awards;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public List<MyAwards.AwardState> list(@PathParam("id") String id) {
        return awards.lookedAfter(new PersonId(PathId.uuid(id, "unknown-person")), language.language());
    }
}
