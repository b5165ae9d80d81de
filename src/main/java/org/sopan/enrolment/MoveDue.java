package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Clocks;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.EnrolmentId;

/** Gives a later date (or an earlier one) for a person, or for the people of a cohort that the caller looks after. */
@ApplicationScoped
public class MoveDue {
    private final Enrolments enrolments;
    private final OpenEnrolments open;
    private final EnrolmentChanges changes;
    private final ShowCohort showCohort;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public MoveDue(
            Enrolments enrolments,
            OpenEnrolments open,
            EnrolmentChanges changes,
            ShowCohort showCohort,
            Caller caller,
            AuditTrail audit,
            Clock clock) {
        this.enrolments = enrolments;
        this.open = open;
        this.changes = changes;
        this.showCohort = showCohort;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Enrolment of(EnrolmentId id, LocalDate due, String typedReason) {
        String reason = Reasoned.line(typedReason);
        mustNotBePast(due);
        Enrolment enrolment = enrolments.lockFor(caller, id);
        LocalDate before = enrolment.due();
        if (enrolment.postpone(due)) {
            changes.record(
                    enrolment,
                    EnrolmentChanges.What.DUE_MOVED,
                    caller.person(),
                    reason,
                    before == null
                            ? Map.of("to", due.toString())
                            : Map.of("from", before.toString(), "to", due.toString()));
            audit.record(
                    caller.person(),
                    "due-moved",
                    id.toString(),
                    Map.of("institute", enrolment.institute(), "due", due.toString(), "reason", reason));
        }
        return enrolment;
    }

    /** The number of enrolments whose last day this call moved. */
    @Transactional
    public int ofCohort(CohortId id, LocalDate due, String typedReason) {
        String reason = Reasoned.line(typedReason);
        mustNotBePast(due);
        Cohort cohort = showCohort.seen(id);
        List<EnrolmentChanges.Touched> moved = open.lock(cohort.id(), showCohort.own()).stream()
                .filter(each -> !due.equals(each.due()))
                .map(OpenEnrolments.Held::touched)
                .toList();
        open.postpone(moved, due);
        changes.recordAll(
                moved, EnrolmentChanges.What.DUE_MOVED, caller.person(), reason, Map.of("to", due.toString()));
        perInstitute(moved)
                .forEach((institute, number) -> audit.record(
                        caller.person(),
                        "cohort-due-moved",
                        id.toString(),
                        Map.of(
                                "institute",
                                institute,
                                "due",
                                due.toString(),
                                "enrolments",
                                number.toString(),
                                "reason",
                                reason)));
        return moved.size();
    }

    private static Map<String, Integer> perInstitute(List<EnrolmentChanges.Touched> moved) {
        Map<String, Integer> numbers = new TreeMap<>();
        moved.forEach(each -> numbers.merge(each.institute(), 1, Integer::sum));
        return numbers;
    }

    private void mustNotBePast(LocalDate due) {
        if (due.isBefore(LocalDate.now(clock.withZone(Clocks.DHAKA)))) {
            throw Invalid.refused("invalid-input", new FieldError("due", "past"));
        }
    }
}
