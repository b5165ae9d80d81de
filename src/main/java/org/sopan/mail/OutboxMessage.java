package org.sopan.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;

/**
 * One message on its way: queued, claimed by a sender, sent or failed. Its row changes by guarded statements only, since
 * several nodes want it at once. Its Message-ID is fixed from the start, so that
 * a message sent again after a crash in the moment of acknowledgement is recognisable.
 */
@Entity
@Table(name = "outbox")
public class OutboxMessage {
    @Id
    private UUID id;

    private String template;
    private String address;
    private String language;
    private String content;

    @Column(name = "attachment_key")
    private @Nullable String attachmentKey;

    private @Nullable String unsubscribe;

    @Enumerated(EnumType.STRING)
    private State state;

    private int attempts;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "claimed_by")
    private @Nullable String claimedBy;

    @Column(name = "message_id")
    private String messageId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "last_error")
    private @Nullable String lastError;

    private String domain;
    private int lane;
    private boolean released;
    private @Nullable String failure;

    protected OutboxMessage() {}

    /** Where a message stands; {@code suppressed} ones are kept but never leave. */
    public enum State {
        queued,
        sending,
        sent,
        failed,
        suppressed
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

    public @Nullable String attachmentKey() {
        return attachmentKey;
    }

    @Nullable
    String unsubscribe() {
        return unsubscribe;
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

    /** Whose mail server it goes to. */
    public String domain() {
        return domain;
    }

    /** Whether what it carries is there, if it carries anything. */
    boolean isReleased() {
        return released;
    }

    /** Why a failed one is tried no more: {@code address}, {@code message}, {@code attempts}. */
    public @Nullable String failure() {
        return failure;
    }
}
