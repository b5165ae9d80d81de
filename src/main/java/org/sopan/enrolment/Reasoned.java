package org.sopan.enrolment;

import org.jspecify.annotations.Nullable;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/** The reason that stands beside an act for ever. */
final class Reasoned {
    private Reasoned() {}

    static String line(@Nullable String typed) {
        String reason = typed == null ? "" : CleanText.line(typed);
        if (reason.isEmpty()) {
            throw Invalid.refused("invalid-input", new FieldError("reason", "missing"));
        }
        return reason;
    }
}
