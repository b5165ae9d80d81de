package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.RosterPlan.Outcome;
import org.sopan.enrolment.RosterPlan.PlannedRow;
import org.sopan.identity.Invite;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/** Applies a plan's accepted rows, all or none: people, enrolments and invitations in one transaction, once. */
@ApplicationScoped
public class ApplyRoster {
    private final EntityManager entities;
    private final People people;
    private final Enrolments enrolments;
    private final Catalogue catalogue;
    private final Invite invite;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public ApplyRoster(
            EntityManager entities,
            People people,
            Enrolments enrolments,
            Catalogue catalogue,
            Invite invite,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this.entities = entities;
        this.people = people;
        this.enrolments = enrolments;
        this.catalogue = catalogue;
        this.invite = invite;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    @Transactional
    public Outcome apply(UUID id) {
        RosterPlan plan = locked(id);
        Outcome already = plan.outcome();
        if (already != null) {
            return already;
        }
        if (plan.hasEnded(clock.instant())) {
            throw new DomainException.Conflict("plan-ended");
        }
        RosterPlan.Content content = plan.content();
        Map<String, Person> known = unchangedSince(content);
        List<Person> accepted = new ArrayList<>();
        for (PlannedRow row : content.accepted()) {
            accepted.add(person(row, known, plan.institute()));
        }
        entities.flush();
        int enrolled = enrol(accepted, plan);
        for (Person person : accepted) {
            if (!person.hasSignedUp()) {
                invite.send(person, "roster/" + id);
            }
        }
        Outcome outcome = new Outcome(
                (int) content.count(Action.create), (int) content.count(Action.update), enrolled, content.rejected());
        plan.applied(outcome);
        audit.record(caller.person(), "roster-applied", id.toString(), Map.of("institute", plan.institute()));
        return outcome;
    }

    @Transactional
    public void drop(UUID id) {
        RosterPlan plan = locked(id);
        if (plan.outcome() != null) {
            throw new DomainException.Conflict("plan-applied");
        }
        entities.remove(plan);
    }

    private RosterPlan locked(UUID id) {
        RosterPlan plan = entities.find(RosterPlan.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (plan == null || !caller.looksAfter(plan.institute())) {
            throw new DomainException.NotFound("unknown-roster-plan");
        }
        return plan;
    }

    /** The people of the plan as they were looked at; refuses with the rows of those who changed or appeared since. */
    private Map<String, Person> unchangedSince(RosterPlan.Content content) {
        Map<String, Person> byEmail = new HashMap<>();
        Map<String, Person> byServiceId = new HashMap<>();
        people.among(
                        content.accepted().stream()
                                .map(row -> row.row().address())
                                .toList(),
                        content.accepted().stream()
                                .map(row -> row.row().serviceId())
                                .filter(Objects::nonNull)
                                .toList())
                .forEach(person -> {
                    byEmail.put(person.email(), person);
                    if (person.serviceId() != null) {
                        byServiceId.put(person.serviceId(), person);
                    }
                });
        JsonArrayBuilder stale = Json.createArrayBuilder();
        boolean any = false;
        for (PlannedRow row : content.accepted()) {
            Person now = byEmail.get(row.row().address());
            Person holder = row.row().serviceId() == null
                    ? null
                    : byServiceId.get(row.row().serviceId());
            if (!isSame(row, now) || (holder != null && !holder.equals(now))) {
                stale.add(row.row().row());
                any = true;
            }
        }
        if (any) {
            throw new DomainException.Conflict("plan-stale", Map.of("rows", stale.build()));
        }
        return byEmail;
    }

    private static boolean isSame(PlannedRow row, @Nullable Person now) {
        Long version = row.version();
        return version == null
                ? now == null
                : now != null && now.id().toString().equals(row.person()) && now.version() == version;
    }

    private Person person(PlannedRow row, Map<String, Person> known, String institute) {
        Person person = known.get(row.row().address());
        if (person == null) {
            person = new Person(
                    new PersonId(randomness.id()),
                    row.row().address(),
                    row.row().profile(),
                    institute,
                    clock.instant());
            people.add(person);
            people.grantNew(person.id(), Role.LEARNER, institute);
        } else {
            person.revise(row.row().profile());
        }
        return person;
    }

    private int enrol(List<Person> accepted, RosterPlan plan) {
        CohortId cohortId = plan.cohort();
        Cohort cohort = cohortId == null ? null : seats(cohortId, plan.institute(), accepted);
        List<PersonId> ids = accepted.stream().map(Person::id).toList();
        Instant now = clock.instant();
        int enrolled = 0;
        for (String course : courses(cohort)) {
            Set<PersonId> already = new HashSet<>(enrolments.everAmong(ids, course));
            for (PersonId person : ids) {
                if (!already.contains(person)) {
                    enrolments.add(new Enrolment(
                            new EnrolmentId(randomness.id()), person, course, cohort, plan.institute(), now));
                    enrolled++;
                }
            }
        }
        return enrolled;
    }

    /** The cohort's one course; or of the programme those that can be begun without having completed another. */
    private List<String> courses(@Nullable Cohort cohort) {
        List<String> programme = catalogue.list().stream()
                .filter(course -> course.requires().isEmpty())
                .map(Course::id)
                .toList();
        return cohort == null ? programme : cohort.courses(programme);
    }

    private Cohort seats(CohortId id, String institute, List<Person> accepted) {
        Cohort cohort = enrolments
                .lockedCohort(id)
                .filter(found -> found.concerns(institute))
                .orElseThrow(() -> new DomainException.NotFound("unknown-cohort"));
        Set<PersonId> seated = new HashSet<>(enrolments.peopleIn(id, institute));
        accepted.forEach(person -> seated.add(person.id()));
        if (seated.size() > cohort.seatsOf(institute)) {
            throw new DomainException.Conflict("no-seats-left");
        }
        return cohort;
    }
}
