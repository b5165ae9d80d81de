package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.CohortId;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** People to write to, and whether they may be. To whom a record was joined is written in its place. */
@ApplicationScoped
public class Addressees {
    private static final String PERSON = "select cast(p.id as varchar), p.email, p.language, p.name_en, p.name_bn,"
            + " p.sort_en, p.sort_bn, p.active, coalesce(c.reminders, true), cast(q.id as varchar) from person q"
            + " join person p on p.id = coalesce(q.merged_into, q.id) left join notice_choice c on c.person = p.id where ";
    private static final String OPEN = "('INVITED', 'ACTIVE')";
    private static final String TAKING_PART = "('INVITED', 'ACTIVE', 'COMPLETED')";
    private final EntityManager entities;

    @Inject
    public Addressees(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Someone, and what speaks against writing: {@code deactivated}, {@code unsubscribed} or nothing.
     *
     * @param record under which the person was found
     */
    record Candidate(Addressee to, PersonId record, @Nullable String why) {}

    /** Those of these people who belong to the institute, or have something open there. */
    List<Candidate> among(List<PersonId> people, String institute) {
        if (people.isEmpty()) {
            return List.of();
        }
        String places = IntStream.rangeClosed(2, people.size() + 1)
                .mapToObj(place -> "cast(?" + place + " as uuid)")
                .collect(Collectors.joining(", "));
        Query query = entities.createNativeQuery(PERSON + "q.id in (" + places + ") and (q.organization = ?1"
                        + " or q.id in (select e.person from enrolment e where e.institute = ?1 and e.state in " + OPEN
                        + ")) order by q.id")
                .setParameter(1, institute);
        for (int i = 0; i < people.size(); i++) {
            query.setParameter(i + 2, people.get(i).toString());
        }
        return read(query);
    }

    /** Those of the institute who have something open in the cohort. */
    List<Candidate> learningIn(CohortId cohort, String institute) {
        return inCohort(cohort, institute, OPEN);
    }

    /** The next after this record who take part in the cohort, or have completed it; of one institute or of all. */
    List<Candidate> takingPartIn(CohortId cohort, @Nullable String institute, UUID after, int most) {
        Query query = entities.createNativeQuery(
                        PERSON + in(institute, TAKING_PART) + " and q.id > cast(?3 as uuid) order by q.id")
                .setParameter(3, after.toString())
                .setMaxResults(most);
        return read(of(cohort, institute, query));
    }

    /** How many of them may be written to. */
    int number(CohortId cohort, @Nullable String institute) {
        Query query = entities.createNativeQuery(
                "select count(distinct p.id) from person q join person p on p.id = coalesce(q.merged_into, q.id)"
                        + " left join notice_choice c on c.person = p.id where "
                        + in(institute, TAKING_PART) + " and p.active and coalesce(c.reminders, true)");
        return ((Number) of(cohort, institute, query).getSingleResult()).intValue();
    }

    private List<Candidate> inCohort(CohortId cohort, String institute, String states) {
        return read(
                of(cohort, institute, entities.createNativeQuery(PERSON + in(institute, states) + " order by q.id")));
    }

    private static String in(@Nullable String institute, String states) {
        return "q.id in (select e.person from enrolment e where e.cohort = cast(?1 as uuid) and e.state in " + states
                + (institute == null ? "" : " and e.institute = ?2") + ")";
    }

    private static Query of(CohortId cohort, @Nullable String institute, Query query) {
        query.setParameter(1, cohort.toString());
        return institute == null ? query : query.setParameter(2, institute);
    }

    private static List<Candidate> read(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> candidate((Object[]) row)).toList();
    }

    private static Candidate candidate(@Nullable Object[] row) {
        String why =
                Boolean.TRUE.equals(row[7]) ? (Boolean.TRUE.equals(row[8]) ? null : "unsubscribed") : "deactivated";
        return new Candidate(addressee(row), new PersonId(UUID.fromString(String.valueOf(row[9]))), why);
    }

    /** From a row that begins with id, e-mail, language, names and sort keys. */
    static Addressee addressee(@Nullable Object[] row) {
        String en = (String) row[3];
        String bn = (String) row[4];
        return new Addressee(
                new PersonId(UUID.fromString(String.valueOf(row[0]))),
                String.valueOf(row[1]),
                Language.valueOf(String.valueOf(row[2])),
                en == null && bn == null ? null : new LocalizedText(en, bn),
                Map.of(Language.EN, String.valueOf(row[5]), Language.BN, String.valueOf(row[6])));
    }
}
