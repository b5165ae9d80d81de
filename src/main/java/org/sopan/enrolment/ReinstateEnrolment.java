package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Clocks;
import org.sopan.platform.Settings;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;

/** Lets someone back in who was withdrawn or whose time had run out: where the work was left it goes on. */
@ApplicationScoped
public class ReinstateEnrolment {
    private final Enrolments enrolments;
    private final EnrolmentChanges changes;
    private final People people;
    private final Caller caller;
    private final AuditTrail audit;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public ReinstateEnrolment(
            Enrolments enrolments,
            EnrolmentChanges changes,
            People people,
            Caller caller,
            AuditTrail audit,
            Settings settings,
            Clock clock) {
        this.enrolments = enrolments;
        this.changes = changes;
        this.people = people;
        this.caller = caller;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Locks the cohort before the enrolment, like everyone who takes a seat. */
    @Transactional
    public Enrolment reinstate(EnrolmentId id, String typedReason) {
        String reason = Reasoned.line(typedReason);
        CohortId cohort = enrolments.lookedAfterBy(caller, id).cohort();
        if (cohort != null) {
            enrolments.lockedCohort(cohort);
        }
        Enrolment enrolment = enrolments.lockFor(caller, id);
        if (enrolment.isOpen()) {
            return enrolment;
        }
        Person person = mustBePossible(enrolment);
        LocalDate due = due(enrolment.due());
        enrolment.reinstate(due, person.id());
        changes.record(
                enrolment,
                EnrolmentChanges.What.REINSTATED,
                caller.person(),
                reason,
                due == null ? Map.of() : Map.of("due", due.toString()));
        audit.record(
                caller.person(),
                "enrolment-reinstated",
                id.toString(),
                Map.of("institute", enrolment.institute(), "course", enrolment.course(), "reason", reason));
        return enrolment;
    }

    /** The person whose enrolment it is: where the record was joined to another, that one. */
    private Person mustBePossible(Enrolment enrolment) {
        if (enrolment.state() == Enrolment.State.COMPLETED) {
            throw new DomainException.Conflict("enrolment-completed");
        }
        Person person = people.current(enrolment.person())
                .filter(Person::isActive)
                .orElseThrow(() -> new DomainException.Conflict("not-active"));
        if (enrolments.isOpen(person.id(), enrolment.course())) {
            throw new DomainException.Conflict("already-enrolled");
        }
        CohortId cohort = enrolment.cohort();
        if (cohort != null) {
            enrolments.seatFor(enrolment.person(), enrolment.institute(), cohort);
        }
        return person;
    }

    /** A last day that is past would close it again at once: it has the days of grace from today then. */
    private @Nullable LocalDate due(@Nullable LocalDate before) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        return before == null || !before.isBefore(today)
                ? before
                : today.plusDays(settings.lapseAfter().toDays());
    }
}
