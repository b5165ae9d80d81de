package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;
import org.sopan.shared.PersonId;

/** What others have based on records whose people never signed in, so that these records cannot simply go. */
@ApplicationScoped
public class BuiltUpon {
    private static final List<Transfer.State> OPEN = List.of(Transfer.State.REQUESTED, Transfer.State.AGREED);
    private final EntityManager entities;
    private final Batches batches;
    private final Clock clock;

    @Inject
    public BuiltUpon(EntityManager entities, Batches batches, Clock clock) {
        this.entities = entities;
        this.batches = batches;
        this.clock = clock;
    }

    /** Those of these people for whom a transfer waits. */
    public List<PersonId> transferred(Collection<PersonId> people) {
        return people.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select distinct t.person from Transfer t where t.person in :people"
                                        + " and t.state in :open and t.expiresAt > :now",
                                PersonId.class)
                        .setParameter("people", people)
                        .setParameter("open", OPEN)
                        .setParameter("now", clock.instant())
                        .getResultList();
    }

    /** Those of these people whose record is joined with another one. */
    public List<PersonId> merged(Collection<PersonId> people) {
        return named(
                people,
                "select distinct m.kept from PersonMerge m where m.kept in :people and m.standingKey is not null",
                "select distinct m.dropped from PersonMerge m where m.dropped in :people"
                        + " and m.standingKey is not null");
    }

    /** Why one of these records must stay, in a stable word; those that nobody has built upon are not named. */
    public Map<PersonId, String> reasons(Collection<PersonId> people) {
        Map<PersonId, String> reasons = new HashMap<>();
        named(
                        people,
                        "select distinct c.person from EmailChange c where c.person in :people",
                        "select distinct c.person from CorrectionRequest c where c.person in :people",
                        "select distinct m.kept from PersonMerge m where m.kept in :people",
                        "select distinct m.dropped from PersonMerge m where m.dropped in :people")
                .forEach(person -> reasons.put(person, "changed-since"));
        merged(people).forEach(person -> reasons.put(person, "merged"));
        transferred(people).forEach(person -> reasons.put(person, "transfer-asked"));
        return reasons;
    }

    private List<PersonId> named(Collection<PersonId> people, String... queries) {
        return people.isEmpty()
                ? List.of()
                : List.of(queries).stream()
                        .flatMap(query -> entities.createQuery(query, PersonId.class)
                                .setParameter("people", people)
                                .getResultStream())
                        .distinct()
                        .toList();
    }

    /** Removes what has ended about these people: a transfer that was declined or expired is nobody's any more. */
    public void clear(Collection<PersonId> people) {
        batches.execute(
                "delete from transfer where person = ?",
                people.stream()
                        .map(person -> new @Nullable Object[] {person.value()})
                        .toList());
    }
}
