package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.EnrolmentId;

/** Takes someone out of a course, with the reason; the seat is free again, and what was learnt stays. */
@ApplicationScoped
public class WithdrawEnrolment {
    private final Enrolments enrolments;
    private final EnrolmentChanges changes;
    private final Caller caller;
    private final AuditTrail audit;

    @Inject
    public WithdrawEnrolment(Enrolments enrolments, EnrolmentChanges changes, Caller caller, AuditTrail audit) {
        this.enrolments = enrolments;
        this.changes = changes;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    public Enrolment withdraw(EnrolmentId id, String typedReason) {
        String reason = Reasoned.line(typedReason);
        Enrolment enrolment = enrolments.lockFor(caller, id);
        if (enrolment.withdraw()) {
            changes.record(enrolment, EnrolmentChanges.What.WITHDRAWN, caller.person(), reason, Map.of());
            audit.record(
                    caller.person(),
                    "enrolment-withdrawn",
                    id.toString(),
                    Map.of("institute", enrolment.institute(), "course", enrolment.course(), "reason", reason));
        }
        return enrolment;
    }
}
