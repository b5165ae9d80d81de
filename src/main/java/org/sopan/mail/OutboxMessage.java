package org.sopan.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;

/**
 * One message on its way: queued, claimed by a sender, sent or failed. Its Message-ID is fixed from the start, so that
 * a message sent again after a crash in the moment of acknowledgement is recognisable.
 */
@Entity
@Table(name = "outbox")
public class OutboxMessage {
    private static final int ATTEMPTS = 16;

    @Id
    private UUID id;

    private String template;
    private String address;
    private String language;
    private String content;

    @Column(name = "attachment_key")
    private @Nullable String attachmentKey;

    @Enumerated(EnumType.STRING)
    private State state;

    private int attempts;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "claimed_by")
    private @Nullable String claimedBy;

    @Column(name = "claimed_until")
    private @Nullable Instant claimedUntil;

    @Column(name = "message_id")
    private String messageId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "last_error")
    private @Nullable String lastError;

    protected OutboxMessage() {}

    /** Where a message stands; {@code suppressed} ones are kept but never leave. */
    public enum State {
        queued,
        sending,
        sent,
        failed,
        suppressed
    }

    void claim(String sender, Instant until) {
        state = State.sending;
        claimedBy = sender;
        claimedUntil = until;
    }

    void sent(Instant now) {
        state = State.sent;
        attempts++;
        sentAt = now;
        claimedBy = null;
        claimedUntil = null;
        lastError = null;
    }

    /** Waits longer after each failure, from ten seconds to an hour; a permanent one, or the last try, ends it. */
    void notSent(String error, boolean permanent, Instant now) {
        attempts++;
        lastError = error;
        claimedBy = null;
        claimedUntil = null;
        state = permanent || attempts >= ATTEMPTS ? State.failed : State.queued;
        dueAt = now.plus(backOff(attempts));
    }

    void retry(Instant now) {
        if (state == State.sent || state == State.sending || state == State.suppressed) {
            throw new DomainException.Conflict("changed-meanwhile");
        }
        state = State.queued;
        attempts = 0;
        dueAt = now;
    }

    static Duration backOff(int attempts) {
        long seconds = Math.min(3_600, 10L << Math.min(attempts - 1, 10));
        return Duration.ofSeconds(seconds);
    }

    public UUID id() {
        return id;
    }

    public String template() {
        return template;
    }

    public String address() {
        return address;
    }

    public Language language() {
        return Language.valueOf(language);
    }

    String content() {
        return content;
    }

    @Nullable
    String attachmentKey() {
        return attachmentKey;
    }

    public State state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public String messageId() {
        return messageId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant sentAt() {
        return sentAt;
    }

    public @Nullable String lastError() {
        return lastError;
    }
}
