package org.sopan.mail.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.AddressTroubles;
import org.sopan.mail.ShowOutbox;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code GET /api/outbox/{id}}: one message and all that happened to it. */
@Path("outbox/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxEntryResource {
    private final ShowOutbox outbox;

    @Inject
    public OutboxEntryResource(ShowOutbox outbox) {
        this.outbox = outbox;
    }

    @GET
    @Requires(Role.ADMINISTRATOR)
    public EntryView show(@PathParam("id") String id) {
        ShowOutbox.Whole whole = outbox.one(PathId.uuid(id, "unknown-mail"));
        return new EntryView(
                OutboxMessageView.of(whole.message()),
                whole.history().stream()
                        .map(each -> new Change(each.at(), each.state(), each.node(), each.note()))
                        .toList(),
                whole.trouble().orElse(null));
    }

    /**
     * A message.
     *
     * @param trouble why nothing goes to its address, if that is so
     */
    public record EntryView(
            OutboxMessageView message, List<Change> history, AddressTroubles.@Nullable Trouble trouble) {}

    /**
     * A change of its state.
     *
     * @param node which server did it, if one did
     * @param note why, or what the mail server said
     */
    public record Change(Instant at, String state, @Nullable String node, @Nullable String note) {}
}
