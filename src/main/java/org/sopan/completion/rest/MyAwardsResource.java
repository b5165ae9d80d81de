package org.sopan.completion.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.sopan.completion.MyAwards;
import org.sopan.platform.Caller;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;

/** {@code GET /api/me/awards}: what can be earned, what is met, and what is missing. */
@Path("me/awards")
@Produces(MediaType.APPLICATION_JSON)
public class MyAwardsResource {
    private final MyAwards awards;
    private final Caller caller;
    private final RequestLanguage language;

    @Inject
    public MyAwardsResource(MyAwards awards, Caller caller, RequestLanguage language) {
        this.awards = awards;
        this.caller = caller;
        this.language = language;
    }

    @GET
    @Requires
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<MyAwards.AwardState> list() {
        return awards.of(caller.person(), language.language());
    }
}
