package org.sopan.mail.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.mail.SuppressMail;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code POST /api/outbox/{id}/suppression}: it shall never leave; 409 once it has. */
@Path("outbox/{id}/suppression")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxSuppressionResource {
    private final SuppressMail suppressMail;

    @Inject
    public OutboxSuppressionResource(SuppressMail suppressMail) {
        this.suppressMail = suppressMail;
    }

    @POST
    @Requires(Role.ADMINISTRATOR)
    public OutboxMessageView suppress(@PathParam("id") String id) {
        return OutboxMessageView.of(suppressMail.suppress(PathId.uuid(id, "unknown-mail")));
    }
}
