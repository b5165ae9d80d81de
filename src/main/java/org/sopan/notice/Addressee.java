package org.sopan.notice;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/**
 * Whom a notice is written to.
 *
 * @param sortKeys where the name stands in a list, by the reader's language
 */
public record Addressee(
        PersonId person,
        String email,
        Language language,
        @Nullable LocalizedText name,
        Map<Language, String> sortKeys) {
    /** How to address the person: the name in this language or the other, else the e-mail. */
    public String nameIn(Language reader) {
        return name == null ? email : name.in(reader);
    }

    /** The name for a list, else the e-mail. */
    public LocalizedText shown() {
        return name == null ? new LocalizedText(email, null) : name;
    }
}
