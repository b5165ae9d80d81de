package org.sopan.enrolment;

import java.util.List;
import java.util.UUID;
import org.sopan.shared.EnrolmentId;

/** Some rows of a plan were applied: these enrolments were made. Comes once for each part of a long roster. */
public record RosterApplied(UUID plan, String institute, List<EnrolmentId> enrolments) {
    public RosterApplied {
        enrolments = List.copyOf(enrolments);
    }
}
