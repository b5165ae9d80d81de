package org.sopan.enrolment;

import java.util.List;
import java.util.UUID;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/**
 * These enrolments and people of a plan are about to be removed, since it is undone and nobody has begun. Whoever keeps
 * rows about them removes them now.
 */
public record RosterTakenBack(UUID plan, String institute, List<EnrolmentId> enrolments, List<PersonId> people) {
    public RosterTakenBack {
        enrolments = List.copyOf(enrolments);
        people = List.copyOf(people);
    }
}
