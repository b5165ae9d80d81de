package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterActs.Act;
import org.sopan.identity.BuiltUpon;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/**
 * Takes enrolments of a plan back that still are what the plan made: of its institute, in its cohort, waiting to be
 * begun. Another last day, an allowance, or a withdrawal that was taken back change none of that and go with them.
 */
@ApplicationScoped
public class TakeBackEnrolments {
    private final ManyEnrolments enrolments;
    private final EnrolmentChanges changes;
    private final BuiltUpon builtUpon;
    private final Event<RosterTakenBack> takenBack;

    @Inject
    public TakeBackEnrolments(
            ManyEnrolments enrolments,
            EnrolmentChanges changes,
            BuiltUpon builtUpon,
            Event<RosterTakenBack> takenBack) {
        this.enrolments = enrolments;
        this.changes = changes;
        this.builtUpon = builtUpon;
        this.takenBack = takenBack;
    }

    void remove(List<Act> part, Undoing run) {
        Map<EnrolmentId, Enrolment> now = new HashMap<>();
        enrolments
                .locked(part.stream().map(TakeBackEnrolments::enrolment).toList())
                .forEach(enrolment -> now.put(enrolment.id(), enrolment));
        Set<PersonId> merged = new HashSet<>(
                builtUpon.merged(part.stream().map(Act::person).distinct().toList()));
        List<EnrolmentId> back = new ArrayList<>();
        for (Act act : part) {
            Enrolment enrolment = now.get(enrolment(act));
            if (enrolment == null) {
                continue;
            }
            String reason = reason(enrolment, run, merged);
            if (reason == null) {
                back.add(enrolment.id());
            } else {
                run.left(act, reason);
            }
        }
        if (!back.isEmpty()) {
            takenBack.fire(new RosterTakenBack(back));
            changes.forget(back);
            enrolments.remove(back);
        }
        run.removedEnrolments(back.size());
    }

    /** Why it stays, or null. */
    private static @Nullable String reason(Enrolment enrolment, Undoing run, Set<PersonId> merged) {
        if (!enrolment.institute().equals(run.institute())) {
            return "taken-over";
        }
        if (enrolment.hasBegun()) {
            return "begun";
        }
        if (merged.contains(enrolment.person())) {
            return "merged";
        }
        boolean asMade =
                enrolment.state() == Enrolment.State.INVITED && Objects.equals(enrolment.cohort(), run.cohort());
        return asMade ? null : "changed-since";
    }

    private static EnrolmentId enrolment(Act act) {
        return new EnrolmentId(UUID.fromString(act.subject()));
    }
}
