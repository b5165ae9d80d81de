package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;

/** An administrator keeps a message from ever leaving. Again changes nothing; one that left cannot be called back. */
@ApplicationScoped
public class SuppressMail {
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;

    @Inject
    public SuppressMail(Outbox outbox, AuditTrail audit, Caller caller) {
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    @Transactional
    public OutboxMessage suppress(UUID id) {
        OutboxMessage message = outbox.find(id).orElseThrow(() -> new DomainException.NotFound("unknown-mail"));
        List<UUID> waiting =
                outbox.locked("id = cast(?1 as uuid) and state in ('queued', 'failed')", List.of(id.toString()));
        if (waiting.isEmpty()) {
            if (outbox.again(id).state() == OutboxMessage.State.suppressed) {
                return message;
            }
            throw new DomainException.Conflict("changed-meanwhile");
        }
        outbox.suppress(waiting, "by hand");
        audit.record(caller.person(), "mail-suppressed", id.toString(), Map.of("template", message.template()));
        return outbox.again(id);
    }
}
