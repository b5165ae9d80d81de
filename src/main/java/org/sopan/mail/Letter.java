package org.sopan.mail;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;

/**
 * A message to be sent once: the same {@code once} never makes a second row. One with an attachment waits until the
 * attachment is released.
 *
 * @param notBefore the first moment to send it, or null for at once
 */
public record Letter(
        String once,
        String template,
        String address,
        Language language,
        Map<String, String> data,
        @Nullable String attachmentKey,
        @Nullable Instant notBefore) {
    public Letter {
        data = Map.copyOf(data);
    }

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
