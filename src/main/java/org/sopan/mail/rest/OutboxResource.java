package org.sopan.mail.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.MailFilter;
import org.sopan.mail.Outbox;
import org.sopan.mail.OutboxMessage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException;
import org.sopan.shared.Page;

/** {@code GET /api/outbox?state=&template=&domain=&q=}: what waits, went, or failed. */
@Path("outbox")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxResource {
    private final Outbox outbox;

    @Inject
    public OutboxResource(Outbox outbox) {
        this.outbox = outbox;
    }

    @GET
    @Requires(Role.ADMINISTRATOR)
    public Page<OutboxMessageView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("template") @Size(max = 100) @Nullable String template,
            @QueryParam("domain") @Size(max = 255) @Nullable String domain,
            @QueryParam("q") @Size(max = 200) @Nullable String text,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        Page<OutboxMessage> found = outbox.list(
                new MailFilter(
                        given(state) == null ? null : state(given(state)), given(template), given(domain), given(text)),
                page,
                size);
        return new Page<>(found.items().stream().map(OutboxMessageView::of).toList(), found.total());
    }

    /** What is there; nothing and an empty word are the same. */
    static @Nullable String given(@Nullable String word) {
        return word == null || word.isBlank() ? null : word.strip();
    }

    private static OutboxMessage.State state(@Nullable String word) {
        return Arrays.stream(OutboxMessage.State.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElseThrow(() -> DomainException.Invalid.malformed("no-such-state"));
    }
}
