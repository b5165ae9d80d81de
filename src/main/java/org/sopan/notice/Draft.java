package org.sopan.notice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;

/**
 * A notice before it is posted.
 *
 * @param once the same never goes twice
 * @param language that of the mail, mostly the reader's
 * @param institute whose notice it is, or null
 * @param owed what a reminder is about
 */
record Draft(
        String once,
        Kind kind,
        Addressee to,
        Language language,
        Map<String, String> data,
        @Nullable String institute,
        @Nullable PersonId author,
        @Nullable UUID announcement,
        @Nullable String subject,
        List<Situation.Owed> owed) {
    /** What kind of mail it is; each has its template. */
    enum Kind {
        REMINDER,
        NUDGE,
        ANNOUNCEMENT
    }
}
