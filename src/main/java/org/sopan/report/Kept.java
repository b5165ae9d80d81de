package org.sopan.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored of an enrolment for reports.
 *
 * @param lastActivity the last lesson finished or quiz submitted
 * @param failing the quiz that was tried twice or more and not passed
 */
record Kept(Progress progress, @Nullable Instant lastActivity, @Nullable String failing) {

    /** Whether what is stored says the same; who has done nothing needs no row. */
    boolean isKeptAs(@Nullable Kept stored) {
        return stored == null ? progress.cells().isEmpty() && lastActivity == null && failing == null : equals(stored);
    }
}
