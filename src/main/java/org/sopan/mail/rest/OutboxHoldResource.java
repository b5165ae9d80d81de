package org.sopan.mail.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.HoldMail;
import org.sopan.mail.ShowOutbox;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code PUT /api/outbox/hold}: holds all mail on every node, or lets it go. */
@Path("outbox/hold")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxHoldResource {
    private final HoldMail holdMail;
    private final ShowOutbox outbox;

    @Inject
    public OutboxHoldResource(HoldMail holdMail, ShowOutbox outbox) {
        this.holdMail = holdMail;
        this.outbox = outbox;
    }

    @PUT
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public OutboxStatusView turn(@NotNull @Valid Hold hold) {
        holdMail.turn(hold.held(), OutboxResource.given(hold.note()));
        return OutboxStatusView.of(outbox.status());
    }

    /** Whether mail is to be held, and why. */
    public record Hold(@NotNull Boolean held, @Size(max = 500) @Nullable String note) {}
}
