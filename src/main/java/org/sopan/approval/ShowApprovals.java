package org.sopan.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.completion.Awards;
import org.sopan.completion.Step;
import org.sopan.completion.Steps;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.Enrolments;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.identity.PersonWords;
import org.sopan.platform.Caller;
import org.sopan.platform.Identified;
import org.sopan.platform.InstantColumn;
import org.sopan.platform.Sql;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/**
 * The queue with the evidence: all of it for administrators, an institute's own awards for its coordinators. A page costs
 * the same number of queries, however long it is.
 */
@ApplicationScoped
public class ShowApprovals {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;
    private final Approvals approvals;
    private final Awards awards;
    private final People people;
    private final Enrolments enrolments;
    private final Steps steps;
    private final Caller caller;

    @Inject
    public ShowApprovals(
            EntityManager entities,
            Approvals approvals,
            Awards awards,
            People people,
            Enrolments enrolments,
            Steps steps,
            Caller caller) {
        this.entities = entities;
        this.approvals = approvals;
        this.awards = awards;
        this.people = people;
        this.enrolments = enrolments;
        this.steps = steps;
        this.caller = caller;
    }

    /** What to show; what is null does not matter. */
    public record Wanted(
            @Nullable String institute,
            @Nullable String kind,
            @Nullable CohortId cohort,
            Approval.@Nullable State state,
            @Nullable String words) {}

    /**
     * An award with what speaks for it.
     *
     * @param person the kept record of joined ones
     * @param taken every enrolment of the person, with the steps that have a result or an end
     * @param acts what was done about it, the first first
     */
    public record Seen(
            Approval approval,
            Award award,
            Person person,
            @Nullable Cohort cohort,
            List<Taken> taken,
            List<ActSeen> acts) {}

    /** An enrolment and how it went. */
    public record Taken(Enrolment enrolment, List<Step> steps) {}

    /** What was done about an award, by whom and when; reason and note as they were given. */
    public record ActSeen(
            String what, @Nullable String reason, @Nullable String note, @Nullable PersonId by, Instant at) {}

    /** Who waits longest comes first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Seen> list(Wanted wanted, int page, int size) {
        Sql which = which(wanted);
        long total = new Sql().add("select count(*)").add(which).number(entities);
        List<UUID> ids = new Sql()
                        .add("select cast(q.award as varchar), q.waiting_since")
                        .add(which)
                        .add(" order by q.waiting_since, q.award limit ? offset ?", size, (long) page * size)
                        .list(entities)
                        .stream()
                        .map(row -> UUID.fromString((String) row[0]))
                        .toList();
        return new Page<>(seen(ids), total);
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Seen one(UUID id) {
        if (awards.find(id)
                .filter(award -> caller.looksAfter(award.institute()))
                .isEmpty()) {
            throw new DomainException.NotFound(PresentAward.UNKNOWN);
        }
        return seen(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound(PresentAward.UNKNOWN));
    }

    private Sql which(Wanted wanted) {
        Sql sql = new Sql()
                .add(" from approval q join award a on a.id = q.award join person r on r.id = a.person"
                        + " join person p on p.id = coalesce(r.merged_into, r.id) where 1 = 1");
        institutes(wanted.institute(), sql);
        if (wanted.kind() != null) {
            sql.add(" and a.kind = ?", wanted.kind());
        }
        if (wanted.cohort() != null) {
            sql.add(" and a.cohort = cast(? as uuid)", wanted.cohort().toString());
        }
        if (wanted.state() != null) {
            sql.add(" and q.state = ?", wanted.state().name());
        }
        PersonWords.patterns(wanted.words())
                .forEach(pattern -> sql.add(" and " + PersonWords.condition("p", "?"), pattern));
        return sql;
    }

    private void institutes(@Nullable String institute, Sql sql) {
        if (institute != null) {
            if (!caller.looksAfter(institute)) {
                throw new DomainException.NotFound("unknown-organization");
            }
            sql.add(" and a.institute = ?", institute);
        } else if (!caller.isAdministrator()) {
            Set<String> own = caller.identified().map(Identified::coordinated).orElse(Set.of());
            sql.add(
                    own.isEmpty() ? " and 1 = 0" : " and a.institute in (" + Sql.places(own.size()) + ")",
                    own.toArray());
        }
    }

    private List<Seen> seen(List<UUID> ids) {
        Map<UUID, Approval> approvalOf = approvals.all(ids);
        Map<UUID, Award> awardOf = awards.all(ids).stream().collect(Collectors.toMap(Award::id, award -> award));
        Set<PersonId> named =
                awardOf.values().stream().map(Award::person).collect(Collectors.toCollection(HashSet::new));
        Map<PersonId, Person> personOf = people.current(named);
        Map<PersonId, List<Taken>> takenOf =
                taken(personOf.values().stream().map(Person::id).toList());
        Map<CohortId, Cohort> cohortOf = new HashMap<>();
        enrolments
                .cohorts(awardOf.values().stream()
                        .map(Award::cohort)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .forEach(cohort -> cohortOf.put(cohort.id(), cohort));
        Map<UUID, List<ActSeen>> actsOf = acts(ids);
        return ids.stream()
                .filter(approvalOf::containsKey)
                .map(id -> {
                    Award award = Objects.requireNonNull(awardOf.get(id));
                    Person person = Objects.requireNonNull(personOf.get(award.person()));
                    return new Seen(
                            Objects.requireNonNull(approvalOf.get(id)),
                            award,
                            person,
                            award.cohort() == null ? null : cohortOf.get(award.cohort()),
                            takenOf.getOrDefault(person.id(), List.of()),
                            actsOf.getOrDefault(id, List.of()));
                })
                .toList();
    }

    /** All enrolments of these people, by whichever record, with the steps taken. */
    private Map<PersonId, List<Taken>> taken(Collection<PersonId> owners) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        Map<PersonId, PersonId> records = people.records(Set.copyOf(owners));
        List<Enrolment> all = enrolments.of(records.keySet());
        Map<EnrolmentId, List<Step>> stepsOf =
                steps.of(all.stream().map(Enrolment::id).toList());
        return all.stream()
                .collect(Collectors.groupingBy(
                        enrolment -> records.getOrDefault(enrolment.person(), enrolment.person()),
                        Collectors.mapping(
                                enrolment -> new Taken(enrolment, stepsOf.getOrDefault(enrolment.id(), List.of())),
                                Collectors.toList())));
    }

    private Map<UUID, List<ActSeen>> acts(List<UUID> ids) {
        Map<UUID, List<ActSeen>> acts = new HashMap<>();
        if (ids.isEmpty()) {
            return acts;
        }
        Sql sql = new Sql()
                .add(
                        "select cast(award as varchar), what, reason, note, cast(made_by as varchar), made_at"
                                + " from approval_act where award in ("
                                + String.join(", ", java.util.Collections.nCopies(ids.size(), "cast(? as uuid)"))
                                + ") order by id",
                        ids.stream().map(UUID::toString).toArray());
        for (Object[] row : sql.list(entities)) {
            acts.computeIfAbsent(UUID.fromString((String) row[0]), any -> new java.util.ArrayList<>())
                    .add(new ActSeen(
                            (String) row[1],
                            (String) row[2],
                            (String) row[3],
                            row[4] == null ? null : new PersonId(UUID.fromString((String) row[4])),
                            Objects.requireNonNull(INSTANT.convertToEntityAttribute(row[5]))));
        }
        return acts;
    }
}
