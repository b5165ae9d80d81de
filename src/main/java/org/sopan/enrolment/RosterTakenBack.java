package org.sopan.enrolment;

import java.util.List;
import org.sopan.shared.EnrolmentId;

/**
 * These enrolments of a plan that is undone are about to be removed: nobody has begun them, and their institute is
 * still the plan's. Whoever counted them or keeps rows about them takes that back now, in the same transaction.
 */
public record RosterTakenBack(List<EnrolmentId> enrolments) {
    public RosterTakenBack {
        enrolments = List.copyOf(enrolments);
    }
}
