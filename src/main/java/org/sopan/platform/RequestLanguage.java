package org.sopan.platform;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;

/**
 * The language of what is rendered for this request: {@code ?lang}, else Accept-Language if it names bn or en, else the
 * person's, else the course's, else Bangla.
 */
@RequestScoped
public class RequestLanguage {
    private @Nullable Language asked;
    private @Nullable Language persons;

    void asked(@Nullable Language language) {
        asked = language;
    }

    void persons(Language language) {
        persons = language;
    }

    public Language language() {
        return or(Language.BN);
    }

    /** The language, with the course's as the last word. */
    public Language or(Language ofCourse) {
        if (asked != null) {
            return asked;
        }
        return persons == null ? ofCourse : persons;
    }
}
