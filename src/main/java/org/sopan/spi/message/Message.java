package org.sopan.spi.message;

import java.time.Instant;
import org.sopan.shared.Language;

/**
 * A message that is ready to leave, to one reader. It looks the same each time it is sent.
 *
 * @param id of the message in the outbox
 * @param messageId RFC 5322, in its angle brackets; the same whenever this message is sent again
 * @param template what it is about, such as {@code invitation}
 * @param from the sender, as in a header
 * @param to the reader's bare address
 * @param text what it says, as plain text
 * @param html the same as HTML
 * @param mime the whole message as RFC 5322 has it, with headers, both forms and what is attached
 */
public record Message(
        String id,
        String messageId,
        String template,
        Instant createdAt,
        Language language,
        String from,
        String to,
        String subject,
        String text,
        String html,
        byte[] mime) {}
