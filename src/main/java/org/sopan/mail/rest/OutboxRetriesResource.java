package org.sopan.mail.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.MailFilter;
import org.sopan.mail.RetryMail;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code POST /api/outbox/retries}: every failed message that the filter means is tried again; all with an empty one. */
@Path("outbox/retries")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxRetriesResource {
    private final RetryMail retryMail;

    @Inject
    public OutboxRetriesResource(RetryMail retryMail) {
        this.retryMail = retryMail;
    }

    @POST
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Retried retry(@NotNull @Valid WhichFailed which) {
        return new Retried(retryMail.retryFailed(new MailFilter(
                null,
                OutboxResource.given(which.template()),
                OutboxResource.given(which.domain()),
                OutboxResource.given(which.q()))));
    }

    /**
     * Which of the failed ones; what is left out does not matter.
     *
     * @param q a part of the address or of what went wrong
     */
    public record WhichFailed(
            @Size(max = 100) @Nullable String template,
            @Size(max = 255) @Nullable String domain,
            @Size(max = 200) @Nullable String q) {}

    /** How many are tried again; at most ten thousand at once. */
    public record Retried(int retried) {}
}
