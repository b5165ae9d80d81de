package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** Who is in a cohort, of the institutes whose people the caller may read; by name in the reader's language. */
@ApplicationScoped
public class ListParticipants {
    private final EntityManager entities;
    private final Enrolments enrolments;
    private final People people;
    private final ShowCohort showCohort;

    @Inject
    public ListParticipants(EntityManager entities, Enrolments enrolments, People people, ShowCohort showCohort) {
        this.entities = entities;
        this.enrolments = enrolments;
        this.people = people;
        this.showCohort = showCohort;
    }

    /** One person in one course of the cohort. */
    public record Participant(Enrolment enrolment, Person person) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Participant> list(CohortId id, Language reader, int page, int size) {
        Set<String> institutes = showCohort.read(showCohort.seen(id));
        List<String> named = institutes == null ? List.of() : List.copyOf(institutes);
        String from = " from enrolment e join person p on p.id = e.person where e.cohort = cast(?1 as uuid)"
                + (institutes == null ? "" : " and e.institute in (" + places(named.size()) + ")");
        Object total = bound("select count(*)" + from, id, named).getSingleResult();
        String order = " order by p." + (reader == Language.BN ? "sort_bn" : "sort_en") + ", p.email, e.course, e.id";
        List<?> ids = bound("select cast(e.id as varchar)" + from + order, id, named)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        return new Page<>(
                participants(ids.stream()
                        .map(each -> UUID.fromString(String.valueOf(first(each))))
                        .toList()),
                ((Number) total).longValue());
    }

    private List<Participant> participants(List<UUID> ids) {
        Map<EnrolmentId, Enrolment> found =
                enrolments.all(ids).stream().collect(Collectors.toMap(Enrolment::id, Function.identity()));
        Map<PersonId, Person> known =
                people
                        .all(found.values().stream()
                                .map(Enrolment::person)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        return ids.stream()
                .map(id -> Objects.requireNonNull(found.get(new EnrolmentId(id))))
                .map(enrolment -> new Participant(enrolment, Objects.requireNonNull(known.get(enrolment.person()))))
                .toList();
    }

    private Query bound(String sql, CohortId cohort, List<String> institutes) {
        Query query = entities.createNativeQuery(sql).setParameter(1, cohort.toString());
        for (int i = 0; i < institutes.size(); i++) {
            query.setParameter(i + 2, institutes.get(i));
        }
        return query;
    }

    private static @Nullable Object first(Object row) {
        return row instanceof Object[] columns ? columns[0] : row;
    }

    /** A caller who may read nobody's is one whom the cohort does not concern, so that there is one at least. */
    private static String places(int number) {
        return IntStream.range(2, 2 + number).mapToObj(place -> "?" + place).collect(Collectors.joining(","));
    }
}
