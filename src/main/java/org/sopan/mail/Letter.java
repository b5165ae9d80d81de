package org.sopan.mail;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;

/**
 * A message to be sent once: the same {@code once} never makes a second row. One with an attachment waits until the
 * attachment is released.
 *
 * @param unsubscribe the address that one click posts to (RFC 8058); null for mail that no one can do without
 * @param to whose it is, where that is known
 * @param notBefore the first moment to send it, or null for at once
 */
public record Letter(
        String once,
        String template,
        String address,
        Language language,
        Map<String, String> data,
        @Nullable String attachmentKey,
        @Nullable String unsubscribe,
        @Nullable PersonId to,
        @Nullable Instant notBefore) {
    public Letter {
        data = Map.copyOf(data);
    }

    /** A letter that belongs to the matter itself, such as an invitation or a certificate. */
    public Letter(
            String once,
            String template,
            String address,
            Language language,
            Map<String, String> data,
            @Nullable String attachmentKey) {
        this(once, template, address, language, data, attachmentKey, null, null, null);
    }

    public Letter(
            String once,
            String template,
            String address,
            Language language,
            Map<String, String> data,
            @Nullable String attachmentKey,
            @Nullable String unsubscribe) {
        this(once, template, address, language, data, attachmentKey, unsubscribe, null, null);
    }

    /** The same, known to be this person's, so that those who look after the person see what became of it. */
    public Letter to(PersonId person) {
        return new Letter(once, template, address, language, data, attachmentKey, unsubscribe, person, notBefore);
    }

    /** The same, to leave no earlier than this moment, or at once where that is null. */
    public Letter notBefore(@Nullable Instant moment) {
        return new Letter(once, template, address, language, data, attachmentKey, unsubscribe, to, moment);
    }
}
