package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.FindPeople;
import org.sopan.identity.Person;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.Page;

/** {@code GET /api/people?institute=&q=&state=}: the people one reads of, in the order of the reader's language. */
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {
    private final FindPeople findPeople;
    private final ProfileViews views;
    private final RequestLanguage language;

    @Inject
    public PeopleResource(FindPeople findPeople, ProfileViews views, RequestLanguage language) {
        this.findPeople = findPeople;
        this.views = views;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR})
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<ProfileView> find(
            @QueryParam("institute") @Nullable String institute,
            @QueryParam("q") @Size(max = 300) @Nullable String words,
            @QueryParam("state") @Nullable String state,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        Page<Person> found =
                findPeople.find(new FindPeople.Wanted(institute, words, state), language.language(), page, size);
        return new Page<>(found.items().stream().map(views::inList).toList(), found.total());
    }
}
