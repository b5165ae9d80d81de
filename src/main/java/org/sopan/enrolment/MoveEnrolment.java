package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Clocks;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;

/** Takes an open enrolment over into another cohort that has a seat for the institute; the last day follows. */
@ApplicationScoped
public class MoveEnrolment {
    private final Enrolments enrolments;
    private final EnrolmentChanges changes;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public MoveEnrolment(
            Enrolments enrolments, EnrolmentChanges changes, Caller caller, AuditTrail audit, Clock clock) {
        this.enrolments = enrolments;
        this.changes = changes;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Enrolment move(EnrolmentId id, CohortId to, String typedReason) {
        String reason = Reasoned.line(typedReason);
        Enrolment before = enrolments.lookedAfterBy(caller, id);
        Cohort target = enrolments.seatFor(before.person(), before.institute(), to);
        Enrolment enrolment = enrolments.lockFor(caller, id);
        CohortId from = enrolment.cohort();
        target.mustTake(enrolment.course(), LocalDate.now(clock.withZone(Clocks.DHAKA)));
        if (enrolment.move(target)) {
            changes.record(
                    enrolment,
                    EnrolmentChanges.What.MOVED,
                    caller.person(),
                    reason,
                    from == null ? Map.of("to", to.toString()) : Map.of("from", from.toString(), "to", to.toString()));
            audit.record(
                    caller.person(),
                    "enrolment-moved",
                    id.toString(),
                    Map.of("institute", enrolment.institute(), "cohort", to.toString(), "reason", reason));
        }
        return enrolment;
    }
}
