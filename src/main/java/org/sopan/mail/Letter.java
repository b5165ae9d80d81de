package org.sopan.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;

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
        @Nullable String attachmentKey,
        @Nullable PersonId to) {
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

    /** The same, known to be this person's, so that those who look after the person see what became of it. */
    public Letter to(PersonId person) {
        return new Letter(once, template, address, language, data, attachmentKey, person);
    }
}
