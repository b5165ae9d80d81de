package org.sopan.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/**
 * A room's share in making one record of two. It looks before, joins, and can part them again exactly as they were; no
 * answer, attempt or serial is rewritten.
 */
public interface MergePart {
    /** What becomes of an enrolment. */
    enum Outcome {
        LEADS,
        WITHDRAWN,
        STAYS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An enrolment of either record, and what becomes of it. */
    record Fate(EnrolmentId enrolment, String course, PersonId record, Outcome outcome) {}

    /**
     * What would happen.
     *
     * @param twoCertificates serials of valid certificates of the same award: they stop it until one is not valid
     */
    record Look(List<Fate> enrolments, List<String> twoCertificates) {}

    /** The name under which the room finds again what it must restore. */
    String room();

    Look look(PersonId kept, PersonId dropped);

    /** Joins, and tells what it takes to part. */
    default String join(PersonId kept, PersonId dropped, Instant now) {
        return "";
    }

    /** Parts again; refuses where what was done since stands in the way. */
    default void part(PersonId kept, PersonId dropped, String before) {}
}
