package org.sopan.mail.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.OutboxMessage;

/**
 * A message as an administrator sees it.
 *
 * @param failure why a failed one is tried no more: {@code address}, {@code message} or {@code attempts}
 */
public record OutboxMessageView(
        String id,
        String template,
        String address,
        String language,
        String state,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        @Nullable String lastError,
        String messageId,
        @Nullable String failure) {
    static OutboxMessageView of(OutboxMessage message) {
        return new OutboxMessageView(
                message.id().toString(),
                message.template(),
                message.address(),
                message.language().code(),
                message.state().name(),
                message.attempts(),
                message.createdAt(),
                message.dueAt(),
                message.sentAt(),
                message.lastError(),
                message.messageId(),
                message.failure());
    }
}
