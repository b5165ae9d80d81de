package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.People;
import org.sopan.identity.Transfer;
import org.sopan.identity.Transfers;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Clocks;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;

/**
 * After a transfer the new institute takes over open enrolments one by one, into a cohort of its own or none. What was
 * done in them stays; completed ones count for the old institute for ever.
 */
@ApplicationScoped
public class TakeOverEnrolment {
    private final Transfers transfers;
    private final People people;
    private final Enrolments enrolments;
    private final EnrolmentChanges changes;
    private final Caller caller;
    private final AuditTrail audit;
    private final Event<EnrolmentMoved> moved;
    private final Clock clock;

    @Inject
    public TakeOverEnrolment(
            Transfers transfers,
            People people,
            Enrolments enrolments,
            EnrolmentChanges changes,
            Caller caller,
            AuditTrail audit,
            Event<EnrolmentMoved> moved,
            Clock clock) {
        this.transfers = transfers;
        this.people = people;
        this.enrolments = enrolments;
        this.changes = changes;
        this.caller = caller;
        this.audit = audit;
        this.moved = moved;
        this.clock = clock;
    }

    /** What waits to be taken over: open enrolments of this person that still count for an institute from before. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Enrolment> waiting(UUID id) {
        Transfer transfer = accepted(id);
        return enrolments.of(transfer.person()).stream()
                .filter(enrolment ->
                        enrolment.isOpen() && !enrolment.institute().equals(transfer.to()))
                .toList();
    }

    /** Takes one over; again changes nothing. Locks the cohort before the enrolment, like everyone who takes a seat. */
    @Transactional
    public Enrolment takeOver(UUID id, EnrolmentId enrolmentId, @Nullable CohortId cohortId) {
        Transfer transfer = accepted(id);
        Optional<Cohort> cohort = cohortId == null ? Optional.empty() : enrolments.lockedCohort(cohortId);
        Enrolment enrolment = enrolments
                .forUpdate(enrolmentId)
                .filter(found -> isOf(transfer, found))
                .orElseThrow(() -> new DomainException.NotFound("unknown-enrolment"));
        String from = enrolment.institute();
        if (from.equals(transfer.to())) {
            if (!Objects.equals(enrolment.cohort(), cohortId)) {
                throw new DomainException.Conflict("enrolment-taken-over");
            }
            return enrolment;
        }
        if (!enrolment.isOpen()) {
            throw new DomainException.Conflict("enrolment-closed");
        }
        enrolment.transfer(transfer.to(), cohortId == null ? null : seat(cohort, transfer, enrolment));
        tell(enrolment, from);
        return enrolment;
    }

    private void tell(Enrolment enrolment, String from) {
        moved.fire(new EnrolmentMoved(enrolment.id(), clock.instant()));
        changes.record(
                new EnrolmentChanges.Touched(enrolment.id(), from),
                EnrolmentChanges.What.TRANSFERRED,
                caller.person(),
                null,
                Map.of("from", from, "to", enrolment.institute()));
        audit.record(
                caller.person(),
                "enrolment-taken-over",
                enrolment.id().toString(),
                Map.of(
                        "institute",
                        enrolment.institute(),
                        "from",
                        from,
                        "person",
                        enrolment.person().toString()));
    }

    /** A transfer lets its institute take over for as long as the person stays there. */
    private Transfer accepted(UUID id) {
        return transfers
                .find(id)
                .filter(found ->
                        caller.looksAfter(found.to()) && found.state(clock.instant()) == Transfer.State.ACCEPTED)
                .filter(found -> people.current(found.person())
                        .filter(person -> found.to().equals(person.organization()))
                        .isPresent())
                .orElseThrow(() -> new DomainException.NotFound("unknown-transfer"));
    }

    private boolean isOf(Transfer transfer, Enrolment enrolment) {
        return enrolments.of(transfer.person()).stream()
                .anyMatch(own -> own.id().equals(enrolment.id()));
    }

    private Cohort seat(Optional<Cohort> wanted, Transfer transfer, Enrolment enrolment) {
        Cohort cohort = wanted.filter(found -> found.concerns(transfer.to()))
                .orElseThrow(() -> new DomainException.NotFound("unknown-cohort"));
        cohort.mustTake(enrolment.course(), LocalDate.now(clock.withZone(Clocks.DHAKA)));
        var seated = enrolments.peopleIn(cohort.id(), transfer.to());
        if (!seated.contains(enrolment.person()) && seated.size() >= cohort.seatsOf(transfer.to())) {
            throw new DomainException.Conflict("no-seats-left");
        }
        return cohort;
    }
}
