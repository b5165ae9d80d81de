package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enrolments in a course that a person has twice because two records of theirs were joined. Both stay as they were
 * made; in lists and counts of people only the one that leads appears. A withdrawn one makes way for the other record's
 * that is open or completed, and of two completed ones one leads. It is told anew each time from what stands now, so
 * that parting the records, or reopening an enrolment, needs no repair.
 */
@ApplicationScoped
public class Doubles {
    private static final String RECORDS =
            "(select m.kept as owner, m.dropped as record from person_merge m where m.undone_at is null"
                    + " union select m.kept, m.kept from person_merge m where m.undone_at is null)";
    private final EntityManager entities;

    @Inject
    public Doubles(EntityManager entities) {
        this.entities = entities;
    }

    /** Where a person is to be counted once. */
    public enum Within {
        INSTITUTE("institute", "?1"),
        COHORT("cohort", "cast(?1 as uuid)");

        private final String column;
        private final String place;

        Within(String column, String place) {
            this.column = column;
            this.place = place;
        }
    }

    /** The ids of those that do not appear in this institute or cohort; of two completed ones the earlier leads. */
    List<String> within(Within within, String which) {
        return within(within, which, "0");
    }

    /**
     * The ids of those that do not appear.
     *
     * @param which the institute or cohort, or null for all
     * @param weight of two completed ones that with the greater weight leads, then the earlier: an expression that calls
     *     the enrolment {@code {e}}
     */
    public List<String> within(Within within, @Nullable String which, String weight) {
        if (entities.createNativeQuery("select 1 from person_merge where undone_at is null")
                .setMaxResults(1)
                .getResultList()
                .isEmpty()) {
            return List.of();
        }
        String ofTwin = weight.replace("{e}", "t");
        String ofLeader = weight.replace("{e}", "l");
        Query query = entities.createNativeQuery(
                "select distinct cast(t.id as varchar) from " + RECORDS + " a join " + RECORDS
                        + " b on b.owner = a.owner and b.record <> a.record"
                        + " join enrolment t on t.person = a.record"
                        + (which == null ? "" : " and t." + within.column + " = " + within.place)
                        + " join enrolment l on l.person = b.record and l.course = t.course"
                        + " and l." + within.column + " = t." + within.column
                        + " where t.state = 'WITHDRAWN' and l.state in ('INVITED', 'ACTIVE', 'COMPLETED')"
                        + " or t.state = 'COMPLETED' and l.state = 'COMPLETED' and (" + ofLeader + " > " + ofTwin
                        + " or " + ofLeader + " = " + ofTwin + " and (l.completed_at < t.completed_at"
                        + " or l.completed_at = t.completed_at and l.id < t.id))");
        if (which != null) {
            query.setParameter(1, which);
        }
        List<?> ids = query.getResultList();
        return ids.stream().map(String.class::cast).toList();
    }
}
