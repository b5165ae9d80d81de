package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Wakes;
import org.sopan.shared.DomainException;

/** An administrator lets a message be tried again now. */
@ApplicationScoped
public class RetryMail {
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;
    private final Wakes wakes;
    private final Clock clock;

    @Inject
    public RetryMail(Outbox outbox, AuditTrail audit, Caller caller, Wakes wakes, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.wakes = wakes;
        this.clock = clock;
    }

    @Transactional
    public OutboxMessage retry(UUID id) {
        OutboxMessage message = outbox.find(id).orElseThrow(() -> new DomainException.NotFound("unknown-mail"));
        message.retry(clock.instant());
        audit.record(caller.person(), "mail-retried", id.toString(), Map.of());
        wakes.afterCommit(SendMail.NAME);
        return message;
    }
}
