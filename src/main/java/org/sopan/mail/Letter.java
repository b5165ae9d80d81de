package org.sopan.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;

/**
 * A message to be sent once: the same {@code once} never makes a second row. One with an attachment waits until the
 * attachment is released.
 */
public record Letter(
        String once,
        String template,
        String address,
        Language language,
        Map<String, String> data,
        @Nullable String attachmentKey) {
    public Letter {
        data = Map.copyOf(data);
    }
}
