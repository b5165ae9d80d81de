package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;

/** An administrator lets messages be tried again now, also where their address was refused. */
@ApplicationScoped
public class RetryMail {
    /** So many in one transaction. */
    private static final int MOST = 10_000;

    private static final String BY_HAND = "tried again by hand";
    private final Outbox outbox;
    private final AddressTroubles troubles;
    private final AuditTrail audit;
    private final Caller caller;
    private final Event<MailTriedByHand> tried;

    @Inject
    public RetryMail(
            Outbox outbox, AddressTroubles troubles, AuditTrail audit, Caller caller, Event<MailTriedByHand> tried) {
        this.outbox = outbox;
        this.troubles = troubles;
        this.audit = audit;
        this.caller = caller;
        this.tried = tried;
    }

    /** One that waits for its next try, or failed. */
    @Transactional
    public OutboxMessage retry(UUID id) {
        OutboxMessage message = outbox.find(id).orElseThrow(() -> new DomainException.NotFound("unknown-mail"));
        List<UUID> waiting =
                outbox.locked("id = cast(?1 as uuid) and state in ('queued', 'failed')", List.of(id.toString()));
        if (waiting.isEmpty()) {
            throw new DomainException.Conflict("changed-meanwhile");
        }
        outbox.retry(waiting, BY_HAND);
        troubles.clear(List.of(message.address()), BY_HAND);
        audit.record(caller.person(), "mail-retried", id.toString(), Map.of());
        tried.fire(new MailTriedByHand());
        return outbox.again(id);
    }

    /**
     * Every failed one that the filter lets through, the oldest ten thousand at most; asked for again, it finds the rest.
     *
     * @return how many
     */
    @Transactional
    public int retryFailed(MailFilter filter) {
        List<OutboxMessage> failed = outbox.oldest(filter.in(OutboxMessage.State.failed), MOST);
        List<UUID> still =
                outbox.lockedAmong(failed.stream().map(OutboxMessage::id).toList(), OutboxMessage.State.failed);
        if (still.isEmpty()) {
            return 0;
        }
        outbox.retry(still, BY_HAND);
        troubles.clear(failed.stream().map(OutboxMessage::address).distinct().toList(), BY_HAND);
        audit.record(
                caller.person(),
                "mail-retried-many",
                filter.template() == null ? "-" : filter.template(),
                Map.of("count", Integer.toString(still.size())));
        tried.fire(new MailTriedByHand());
        return still.size();
    }
}
