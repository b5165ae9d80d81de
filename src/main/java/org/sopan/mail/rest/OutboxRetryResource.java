package org.sopan.mail.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.mail.RetryMail;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code POST /api/outbox/{id}/retry}. */
@Path("outbox/{id}/retry")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxRetryResource {
    private final RetryMail retryMail;

    @Inject
    public OutboxRetryResource(RetryMail retryMail) {
        this.retryMail = retryMail;
    }

    @POST
    @Requires(Role.ADMINISTRATOR)
    public OutboxMessageView retry(@PathParam("id") String id) {
        return OutboxMessageView.of(retryMail.retry(PathId.uuid(id, "unknown-mail")));
    }
}
