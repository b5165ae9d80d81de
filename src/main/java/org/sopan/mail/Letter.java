package org.sopan.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;

/**
 * A message to be sent once: the same {@code once} never makes a second row. One with an attachment waits until the
 * attachment is released.
 *
 * @param unsubscribe the address that one click posts to (RFC 8058); null for mail that no one can do without
 */
public record Letter(
        String once,
        String template,
        String address,
        Language language,
        Map<String, String> data,
        @Nullable String attachmentKey,
        @Nullable String unsubscribe) {
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
        this(once, template, address, language, data, attachmentKey, null);
    }
}
