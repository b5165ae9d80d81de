package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.CohortHosts;
import org.sopan.identity.Records;
import org.sopan.platform.Batches;
import org.sopan.platform.Caller;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/** All enrolments. */
@ApplicationScoped
public class Enrolments implements CohortHosts {
    private static final String UNKNOWN = "unknown-enrolment";
    private final EntityManager entities;

    @Inject
    public Enrolments(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Enrolment enrolment) {
        entities.persist(enrolment);
    }

    public Optional<Enrolment> find(EnrolmentId id) {
        return Optional.ofNullable(entities.find(Enrolment.class, id.value()));
    }

    /** The enrolment, locked until the transaction ends. */
    public Optional<Enrolment> forUpdate(EnrolmentId id) {
        return Optional.ofNullable(entities.find(Enrolment.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The enrolment, if the caller is its learner or looks after its institute; else not found. */
    public Enrolment seenBy(Caller caller, EnrolmentId id) {
        Enrolment enrolment = find(id).orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
        caller.mustSee(enrolment.person(), enrolment.institute(), UNKNOWN);
        return enrolment;
    }

    /** The caller's own enrolment; else not found. */
    public Enrolment ownOf(Caller caller, EnrolmentId id) {
        return find(id).filter(enrolment -> caller.is(enrolment.person()))
                .orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
    }

    /**
     * The same, locked until the transaction ends: whoever could meet a last condition locks first, so that two last
     * acts at once are one after the other.
     */
    public Enrolment lockOwnOf(Caller caller, EnrolmentId id) {
        Enrolment enrolment = entities.find(Enrolment.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (enrolment == null || !caller.is(enrolment.person())) {
            throw new DomainException.NotFound(UNKNOWN);
        }
        return enrolment;
    }

    /** An enrolment of an institute the caller looks after, locked until the transaction ends; else not found. */
    public Enrolment lockFor(Caller caller, EnrolmentId id) {
        Enrolment enrolment = entities.find(Enrolment.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (enrolment == null || !caller.looksAfter(enrolment.institute())) {
            throw new DomainException.NotFound(UNKNOWN);
        }
        return enrolment;
    }

    /** The same without the lock. */
    Enrolment lookedAfterBy(Caller caller, EnrolmentId id) {
        return find(id).filter(enrolment -> caller.looksAfter(enrolment.institute()))
                .orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
    }

    /** This person's enrolments in this cohort, locked. */
    List<Enrolment> lockedIn(CohortId cohort, PersonId person) {
        return entities.createQuery(
                        "select e from Enrolment e where e.cohort = :cohort and e.person = :person order by e.id",
                        Enrolment.class)
                .setParameter("cohort", cohort)
                .setParameter("person", person)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    List<Enrolment> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select e from Enrolment e where e.id in :ids", Enrolment.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Those of a person, joined records included. */
    public List<Enrolment> of(PersonId person) {
        return of(Records.of(entities, person));
    }

    public List<Enrolment> of(Collection<PersonId> records) {
        return entities.createQuery(
                        "select e from Enrolment e where e.person in :records order by e.enrolledAt, e.id",
                        Enrolment.class)
                .setParameter("records", records)
                .getResultList();
    }

    /** Locks all of these people until the transaction ends. */
    public void lockAllOf(Collection<PersonId> records) {
        entities.createQuery("select e from Enrolment e where e.person in :records order by e.id", Enrolment.class)
                .setParameter("records", records)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    public boolean isOpen(PersonId person, String course) {
        return !openAmong(List.of(person), course).isEmpty();
    }

    /** Whether one of these records has an enrolment in the course that gives access to its content. */
    public boolean mayRead(Collection<PersonId> records, String course) {
        return !entities.createQuery("select e.id from Enrolment e where e.person in :records and e.course = :course"
                        + " and e.state in :states")
                .setParameter("records", records)
                .setParameter("course", course)
                .setParameter(
                        "states", List.of(Enrolment.State.INVITED, Enrolment.State.ACTIVE, Enrolment.State.COMPLETED))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Those of these people who are open in the course. */
    public List<PersonId> openAmong(Collection<PersonId> people, String course) {
        return people.isEmpty()
                ? List.of()
                : entities.createQuery("select e.openKey from Enrolment e where e.openKey in :keys", String.class)
                        .setParameter(
                                "keys",
                                people.stream()
                                        .map(person -> Enrolment.openKey(person, course))
                                        .toList())
                        .getResultStream()
                        .map(Enrolment::holderOf)
                        .toList();
    }

    /** Those of these people who are open in the course or have completed it, also by a record joined to theirs. */
    List<PersonId> everAmong(Collection<PersonId> people, String course) {
        return Batches.listed(people, chunk -> {
            List<PersonId> ever = new ArrayList<>();
            for (String whose : List.of(
                    "select e.person from Enrolment e where e.person in :people",
                    "select p.mergedInto from Person p, Enrolment e where p.mergedInto in :people"
                            + " and e.person = p.id")) {
                ever.addAll(entities.createQuery(
                                whose + " and e.course = :course and (e.openKey is not null or e.state = :completed)",
                                PersonId.class)
                        .setParameter("course", course)
                        .setParameter("people", chunk)
                        .setParameter("completed", Enrolment.State.COMPLETED)
                        .getResultList());
            }
            return ever;
        });
    }

    public boolean hasCompleted(PersonId person, String course) {
        return of(person).stream()
                .anyMatch(enrolment ->
                        enrolment.course().equals(course) && enrolment.state() == Enrolment.State.COMPLETED);
    }

    /** The people of this institute in this cohort. */
    public List<PersonId> peopleIn(CohortId cohort, String institute) {
        return entities.createQuery(
                        "select distinct e.person from Enrolment e where e.cohort = :cohort and e.institute = :institute"
                                + " and e.state <> :withdrawn",
                        PersonId.class)
                .setParameter("cohort", cohort)
                .setParameter("institute", institute)
                .setParameter("withdrawn", Enrolment.State.WITHDRAWN)
                .getResultList();
    }

    /** How many seats of each institute are taken, of all these cohorts in one query. */
    Map<CohortId, Map<String, Integer>> taken(Collection<CohortId> cohorts) {
        Map<CohortId, Map<String, Integer>> taken = new HashMap<>();
        if (!cohorts.isEmpty()) {
            entities.createQuery(
                            "select e.cohort, e.institute, count(distinct e.person) from Enrolment e"
                                    + " where e.cohort in :cohorts and e.state <> :withdrawn"
                                    + " group by e.cohort, e.institute",
                            Object[].class)
                    .setParameter("cohorts", cohorts)
                    .setParameter("withdrawn", Enrolment.State.WITHDRAWN)
                    .getResultList()
                    .forEach(row -> taken.computeIfAbsent((CohortId) row[0], cohort -> new TreeMap<>())
                            .put((String) row[1], ((Number) row[2]).intValue()));
        }
        return taken;
    }

    /**
     * The cohort with a seat for this person of this institute, locked until the transaction ends. Not found where the
     * institute has none at all; refuses when they are taken.
     */
    Cohort seatFor(PersonId person, String institute, CohortId id) {
        Cohort cohort = lockedCohort(id)
                .filter(found -> found.concerns(institute))
                .orElseThrow(() -> new DomainException.NotFound("unknown-cohort"));
        List<PersonId> seated = peopleIn(id, institute);
        if (!seated.contains(person) && seated.size() >= cohort.seatsOf(institute)) {
            throw new DomainException.Conflict("no-seats-left");
        }
        return cohort;
    }

    public Optional<Cohort> cohort(@Nullable CohortId id) {
        return id == null ? Optional.empty() : Optional.ofNullable(entities.find(Cohort.class, id.value()));
    }

    @Override
    public Optional<String> hostOf(CohortId id) {
        return cohort(id).map(Cohort::host);
    }

    @Override
    public List<CohortId> hostedBy(Collection<String> institutes) {
        return institutes.isEmpty()
                ? List.of()
                : entities.createQuery("select c.id from Cohort c where c.host in :institutes", UUID.class)
                        .setParameter("institutes", institutes)
                        .getResultStream()
                        .map(CohortId::new)
                        .toList();
    }

    /** These cohorts in one query. */
    public List<Cohort> cohorts(Collection<CohortId> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select c from Cohort c where c.id in :ids", Cohort.class)
                        .setParameter("ids", ids.stream().map(CohortId::value).toList())
                        .getResultList();
    }

    /** The cohort, locked so that two rosters cannot take the same seat. */
    Optional<Cohort> lockedCohort(CohortId id) {
        return Optional.ofNullable(entities.find(Cohort.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Whoever locks it does what is done to a cohort one after the other. */
    public void lock(CohortId id) {
        lockedCohort(id);
    }

    void add(Cohort cohort) {
        entities.persist(cohort);
    }

    /** All cohorts, the latest first; their seats are read with one more query. */
    List<Cohort> cohorts() {
        return entities.createQuery(
                        "select distinct c from Cohort c left join fetch c.seats order by c.starts desc, c.id",
                        Cohort.class)
                .getResultList();
    }
}
