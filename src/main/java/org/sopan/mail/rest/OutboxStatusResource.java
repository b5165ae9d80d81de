package org.sopan.mail.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.mail.ShowOutbox;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code GET /api/outbox/status}: how mail stands as a whole. */
@Path("outbox/status")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxStatusResource {
    private final ShowOutbox outbox;

    @Inject
    public OutboxStatusResource(ShowOutbox outbox) {
        this.outbox = outbox;
    }

    @GET
    @Requires(Role.ADMINISTRATOR)
    public OutboxStatusView show() {
        return OutboxStatusView.of(outbox.status());
    }
}
