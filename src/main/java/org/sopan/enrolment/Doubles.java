package org.sopan.enrolment;

/**
 * Enrolments in a course that a person has twice because two records of theirs were joined. Both stay as they were
 * made; in lists and counts of people only the one that leads appears. A withdrawn one makes way for the other record's
 * that is open or completed, and of two completed ones one leads. It is told anew each time from what stands now, so
 * that parting the records, or reopening an enrolment, needs no repair.
 */
public final class Doubles {
    private static final String RECORDS =
            "(select m.kept as owner, m.dropped as record from person_merge m where m.undone_at is null"
                    + " union select m.kept, m.kept from person_merge m where m.undone_at is null)";

    private Doubles() {}

    /** Where a person is to be counted once. */
    public enum Within {
        INSTITUTE("institute"),
        COHORT("cohort");

        private final String column;

        Within(String column) {
            this.column = column;
        }
    }

    /** A query for the ids of those that do not appear; of two completed ones the earlier leads. */
    public static String ids(Within within) {
        return ids(within, "0");
    }

    /**
     * The same.
     *
     * @param weight of two completed ones the one with the greater weight leads: an expression that calls the enrolment
     *     {@code {e}}
     */
    public static String ids(Within within, String weight) {
        String ofTwin = weight.replace("{e}", "t");
        String ofLeader = weight.replace("{e}", "l");
        return "select t.id from " + RECORDS + " a join " + RECORDS + " b on b.owner = a.owner and b.record <> a.record"
                + " join enrolment t on t.person = a.record"
                + " join enrolment l on l.person = b.record and l.course = t.course"
                + " and l." + within.column + " = t." + within.column
                + " where t.state = 'WITHDRAWN' and l.state in ('INVITED', 'ACTIVE', 'COMPLETED')"
                + " or t.state = 'COMPLETED' and l.state = 'COMPLETED' and (" + ofLeader + " > " + ofTwin
                + " or " + ofLeader + " = " + ofTwin + " and (l.completed_at < t.completed_at"
                + " or l.completed_at = t.completed_at and l.id < t.id))";
    }
}
