package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/**
 * Who is in a cohort, of the institutes whose people the caller may read; by name in the reader's language. Of a person
 * whose records were joined it tells the one that is kept, once in each course.
 */
@ApplicationScoped
public class ListParticipants {
    private final EntityManager entities;
    private final Enrolments enrolments;
    private final People people;
    private final Doubles doubles;
    private final ShowCohort showCohort;

    @Inject
    public ListParticipants(
            EntityManager entities, Enrolments enrolments, People people, Doubles doubles, ShowCohort showCohort) {
        this.entities = entities;
        this.enrolments = enrolments;
        this.people = people;
        this.doubles = doubles;
        this.showCohort = showCohort;
    }

    /**
     * One person in one course of the cohort.
     *
     * @param person the kept record of whoever is enrolled
     */
    public record Participant(Enrolment enrolment, Person person) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Participant> list(CohortId id, Language reader, int page, int size) {
        Set<String> institutes = showCohort.read(showCohort.seen(id));
        List<String> named = institutes == null ? List.of() : List.copyOf(institutes);
        String from = " from enrolment e join person r on r.id = e.person"
                + " left join person p on p.id = coalesce(r.merged_into, r.id) where e.cohort = cast(?1 as uuid)"
                + twice(id)
                + (institutes == null ? "" : " and e.institute in (" + places(named.size()) + ")");
        Object total = bound("select count(*)" + from, id, named).getSingleResult();
        String order = " order by p." + (reader == Language.BN ? "sort_bn" : "sort_en") + ", p.email, e.course, e.id";
        @SuppressWarnings("unchecked")
        List<Object[]> rows = bound("select cast(e.id as varchar), cast(p.id as varchar)" + from + order, id, named)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        Map<EnrolmentId, PersonId> owners = new LinkedHashMap<>();
        rows.forEach(row -> owners.put(new EnrolmentId(uuid(row[0])), new PersonId(uuid(row[1]))));
        return new Page<>(participants(owners), ((Number) total).longValue());
    }

    private List<Participant> participants(Map<EnrolmentId, PersonId> owners) {
        Map<EnrolmentId, Enrolment> found =
                enrolments.all(owners.keySet().stream().map(EnrolmentId::value).toList()).stream()
                        .collect(Collectors.toMap(Enrolment::id, Function.identity()));
        Map<PersonId, Person> known = people
                .all(owners.values().stream().distinct().toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        List<Participant> participants = new ArrayList<>();
        owners.forEach((enrolment, person) -> participants.add(new Participant(
                Objects.requireNonNull(found.get(enrolment)), Objects.requireNonNull(known.get(person)))));
        return participants;
    }

    private Query bound(String sql, CohortId cohort, List<String> institutes) {
        Query query = entities.createNativeQuery(sql).setParameter(1, cohort.toString());
        for (int i = 0; i < institutes.size(); i++) {
            query.setParameter(i + 2, institutes.get(i));
        }
        return query;
    }

    /** The ids come from the database. */
    private String twice(CohortId cohort) {
        List<String> ids = doubles.within(Doubles.Within.COHORT, cohort.toString());
        return ids.isEmpty()
                ? ""
                : ids.stream()
                        .map(each -> "cast('" + each + "' as uuid)")
                        .collect(Collectors.joining(",", " and e.id not in (", ")"));
    }

    private static UUID uuid(Object column) {
        return UUID.fromString(String.valueOf(column));
    }

    /** A caller who may read nobody's is one whom the cohort does not concern, so that there is one at least. */
    private static String places(int number) {
        return IntStream.range(2, 2 + number).mapToObj(place -> "?" + place).collect(Collectors.joining(","));
    }
}
