package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.sopan.enrolment.RosterPlan.Undone;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;

/**
 * Takes back exactly what applying a plan did, where nobody has begun, and tells what it leaves and why. Once; asked
 * again it tells the same.
 */
@ApplicationScoped
public class UndoRoster {
    private final RosterPlans plans;
    private final TakeBack takeBack;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public UndoRoster(RosterPlans plans, TakeBack takeBack, Caller caller, AuditTrail audit, Clock clock) {
        this.plans = plans;
        this.takeBack = takeBack;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Undone undo(UUID id) {
        RosterPlan plan = plans.locked(id);
        Undone already = plan.undone();
        if (already != null) {
            return already;
        }
        if (plan.outcome() == null) {
            throw new DomainException.Conflict("plan-not-applied");
        }
        if (!clock.instant().isBefore(plan.endsAt())) {
            throw new DomainException.Conflict("plan-ended");
        }
        Undone undone = takeBack.all(plan);
        plans.find(id).undone(undone, clock.instant());
        audit.record(
                caller.person(),
                "roster-undone",
                id.toString(),
                Map.of(
                        "institute",
                        plan.institute(),
                        "people",
                        Integer.toString(undone.people()),
                        "enrolments",
                        Integer.toString(undone.enrolments()),
                        "left",
                        Integer.toString(undone.left().size())));
        return undone;
    }
}
