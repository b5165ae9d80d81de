package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.identity.Colleagues;
import org.sopan.identity.Invite;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Clocks;
import org.sopan.platform.Randomness;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;

/**
 * Before a cohort starts, the seat of a nominee passes to a colleague: the one is withdrawn, the other enrolled in all
 * the cohort's courses and invited, in one transaction.
 */
@ApplicationScoped
public class ReplaceNominee {
    private final Enrolments enrolments;
    private final EnrolmentChanges changes;
    private final Colleagues colleagues;
    private final People people;
    private final Invite invite;
    private final Catalogue catalogue;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public ReplaceNominee(
            Enrolments enrolments,
            EnrolmentChanges changes,
            Colleagues colleagues,
            People people,
            Invite invite,
            Catalogue catalogue,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this.enrolments = enrolments;
        this.changes = changes;
        this.colleagues = colleagues;
        this.people = people;
        this.invite = invite;
        this.catalogue = catalogue;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** The new enrolments, and whose they are. */
    public record Replaced(Person person, List<Enrolment> enrolments) {
        public Replaced {
            enrolments = List.copyOf(enrolments);
        }
    }

    @Transactional
    public Replaced replace(EnrolmentId id, Colleagues.Wanted by, String typedReason) {
        String reason = Reasoned.line(typedReason);
        Enrolment nominee = enrolments.lookedAfterBy(caller, id);
        CohortId cohortId = nominee.cohort();
        if (cohortId == null) {
            throw new DomainException.Conflict("without-cohort");
        }
        Cohort cohort = enrolments.lockedCohort(cohortId).orElseThrow();
        if (!LocalDate.now(clock.withZone(Clocks.DHAKA)).isBefore(cohort.starts())) {
            throw new DomainException.Conflict("cohort-started");
        }
        Person person = colleagues.of(nominee.institute(), by);
        List<Enrolment> old = withdraw(cohort, nominee, person, reason);
        mustNotBeIn(cohort, person);
        List<Enrolment> made = enrol(cohort, nominee, person, reason);
        audit.record(
                caller.person(),
                "nominee-replaced",
                person.id().toString(),
                Map.of(
                        "institute", nominee.institute(),
                        "cohort", cohortId.toString(),
                        "insteadOf", nominee.person().toString(),
                        "enrolments", Integer.toString(old.size()),
                        "reason", reason));
        return new Replaced(person, made);
    }

    private List<Enrolment> withdraw(Cohort cohort, Enrolment nominee, Person person, String reason) {
        List<Enrolment> seat = enrolments.lockedIn(cohort.id(), nominee.person());
        if (seat.stream().noneMatch(each -> each.id().equals(nominee.id()) && each.isOpen())) {
            throw new DomainException.Conflict("enrolment-closed");
        }
        if (seat.stream().anyMatch(Enrolment::hasBegun)) {
            throw new DomainException.Conflict("already-begun");
        }
        List<Enrolment> open = seat.stream().filter(Enrolment::isOpen).toList();
        for (Enrolment each : open) {
            each.withdraw();
            changes.record(
                    each,
                    EnrolmentChanges.What.REPLACED,
                    caller.person(),
                    reason,
                    Map.of("by", person.id().toString()));
        }
        return open;
    }

    private void mustNotBeIn(Cohort cohort, Person person) {
        if (enrolments.of(person.id()).stream()
                .anyMatch(each -> cohort.id().equals(each.cohort()) && each.state() != Enrolment.State.WITHDRAWN)) {
            throw new DomainException.Conflict("already-in-cohort");
        }
    }

    private List<Enrolment> enrol(Cohort cohort, Enrolment nominee, Person person, String reason) {
        enrolments.seatFor(person.id(), nominee.institute(), cohort.id());
        people.grant(person.id(), Role.LEARNER, nominee.institute());
        List<Enrolment> made = new ArrayList<>();
        for (String course : courses(cohort)) {
            if (enrolments.everAmong(Set.of(person.id()), course).isEmpty()) {
                Enrolment enrolment = new Enrolment(
                        new EnrolmentId(randomness.id()),
                        person.id(),
                        course,
                        cohort,
                        nominee.institute(),
                        clock.instant());
                enrolments.add(enrolment);
                changes.record(
                        enrolment,
                        EnrolmentChanges.What.NOMINATED,
                        caller.person(),
                        reason,
                        Map.of("insteadOf", nominee.person().toString()));
                made.add(enrolment);
            }
        }
        if (made.isEmpty()) {
            throw new DomainException.Conflict("already-enrolled");
        }
        if (!person.hasSignedUp()) {
            invite.send(person, "replacement/" + made.get(0).id());
        }
        return made;
    }

    private List<String> courses(Cohort cohort) {
        return cohort.courses(catalogue.list().stream()
                .filter(course -> course.requires().isEmpty())
                .map(Course::id)
                .toList());
    }
}
