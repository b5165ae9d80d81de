package org.sopan.report;

import org.sopan.enrolment.Doubles;

/**
 * The condition that lists and counts a person once in a course, also one whose records were joined. Of two completed
 * enrolments the one whose certificate is valid appears.
 */
final class Once {
    private static final String VALID_CERTIFICATES =
            "(select count(*) from award w join certificate v on v.award = w.id and v.status = 'VALID'"
                    + " where w.enrolment = {e}.id)";

    private Once() {}

    /** Joins the person as {@code p}: of a record that was joined to another, the one that is kept. */
    static final String PERSON =
            "person r on r.id = e.person left join person p on p.id = coalesce(r.merged_into, r.id)";

    static Sql within(Doubles.Within within, Sql sql) {
        return sql.add(" and e.id not in (" + twice(within) + ")");
    }

    /** The enrolments that do not appear. */
    static String twice(Doubles.Within within) {
        return Doubles.ids(within, VALID_CERTIFICATES);
    }
}
