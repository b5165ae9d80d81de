package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Transfer;
import org.sopan.identity.Transfers;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
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
    private final Enrolments enrolments;
    private final Caller caller;
    private final AuditTrail audit;
    private final Event<EnrolmentMoved> moved;
    private final Clock clock;

    @Inject
    public TakeOverEnrolment(
            Transfers transfers,
            Enrolments enrolments,
            Caller caller,
            AuditTrail audit,
            Event<EnrolmentMoved> moved,
            Clock clock) {
        this.transfers = transfers;
        this.enrolments = enrolments;
        this.caller = caller;
        this.audit = audit;
        this.moved = moved;
        this.clock = clock;
    }

    /** What of this transfer waits to be taken over. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Enrolment> waiting(UUID id) {
        Transfer transfer = accepted(id);
        return enrolments.of(transfer.person()).stream()
                .filter(enrolment -> enrolment.isOpen() && enrolment.institute().equals(transfer.from()))
                .toList();
    }

    /** Takes one over; again changes nothing. */
    @Transactional
    public Enrolment takeOver(UUID id, EnrolmentId enrolmentId, @Nullable CohortId cohortId) {
        Transfer transfer = accepted(id);
        Enrolment enrolment = enrolments
                .forUpdate(enrolmentId)
                .filter(found -> isOf(transfer, found))
                .orElseThrow(() -> new DomainException.NotFound("unknown-enrolment"));
        if (enrolment.institute().equals(transfer.to())) {
            if (!Objects.equals(enrolment.cohort(), cohortId)) {
                throw new DomainException.Conflict("enrolment-taken-over");
            }
            return enrolment;
        }
        if (!enrolment.isOpen()) {
            throw new DomainException.Conflict("enrolment-closed");
        }
        enrolment.transfer(transfer.to(), cohortId == null ? null : seat(cohortId, transfer, enrolment));
        moved.fire(new EnrolmentMoved(enrolmentId, clock.instant()));
        audit.record(
                caller.person(),
                "enrolment-taken-over",
                enrolmentId.toString(),
                Map.of(
                        "institute",
                        transfer.to(),
                        "from",
                        String.valueOf(transfer.from()),
                        "person",
                        enrolment.person().toString()));
        return enrolment;
    }

    private Transfer accepted(UUID id) {
        return transfers
                .find(id)
                .filter(found ->
                        caller.looksAfter(found.to()) && found.state(clock.instant()) == Transfer.State.ACCEPTED)
                .orElseThrow(() -> new DomainException.NotFound("unknown-transfer"));
    }

    private boolean isOf(Transfer transfer, Enrolment enrolment) {
        return enrolments.of(transfer.person()).stream()
                        .anyMatch(own -> own.id().equals(enrolment.id()))
                && (enrolment.institute().equals(transfer.from())
                        || enrolment.institute().equals(transfer.to()));
    }

    private Cohort seat(CohortId id, Transfer transfer, Enrolment enrolment) {
        Cohort cohort = enrolments
                .lockedCohort(id)
                .filter(found -> found.concerns(transfer.to()))
                .filter(found -> found.courses(List.of(enrolment.course())).contains(enrolment.course()))
                .orElseThrow(() -> new DomainException.NotFound("unknown-cohort"));
        var seated = enrolments.peopleIn(id, transfer.to());
        if (!seated.contains(enrolment.person()) && seated.size() >= cohort.seatsOf(transfer.to())) {
            throw new DomainException.Conflict("no-seats-left");
        }
        return cohort;
    }
}
