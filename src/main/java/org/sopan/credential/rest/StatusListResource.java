package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.sopan.credential.StatusLists;
import org.sopan.platform.Public;

/** {@code GET /api/status-lists/{list}}: which of 131,072 badges no longer hold, signed. */
@Path("status-lists/{list: \\d{1,9}}")
public class StatusListResource {
    private final StatusLists lists;

    @Inject
    public StatusListResource(StatusLists lists) {
        this.lists = lists;
    }

    @GET
    @Public
    @Produces(BadgeResource.CREDENTIAL)
    public Response show(@PathParam("list") long list) {
        return OpenAnswers.of(lists.list(list), BadgeResource.CREDENTIAL);
    }
}
