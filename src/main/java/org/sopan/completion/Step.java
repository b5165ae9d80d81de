package org.sopan.completion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.EnrolmentId;

/**
 * How far an enrolment is with one lesson or quiz.
 *
 * @param percent the best result of a quiz, or null
 * @param doneAt when it was finished or first passed, or null
 */
public record Step(EnrolmentId enrolment, Kind kind, String id, @Nullable Integer percent, @Nullable Instant doneAt) {
    /** What one takes a step by. */
    public enum Kind {
        lesson,
        quiz
    }

    public boolean isDone() {
        return doneAt != null;
    }
}
