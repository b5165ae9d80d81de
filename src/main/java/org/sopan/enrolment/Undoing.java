package org.sopan.enrolment;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterActs.Act;
import org.sopan.enrolment.RosterPlan.Left;
import org.sopan.enrolment.RosterPlan.Undone;
import org.sopan.shared.CohortId;

/** One undoing: what it has taken back so far, and what it left with the reason. */
final class Undoing {
    private final UUID plan;
    private final String institute;
    private final @Nullable CohortId cohort;
    private final Instant plannedAt;
    private final Set<Left> left = new LinkedHashSet<>();
    private int people;
    private int updates;
    private int enrolments;
    private int invitations;

    Undoing(RosterPlan plan) {
        this.plan = plan.id();
        this.institute = plan.institute();
        this.cohort = plan.cohort();
        this.plannedAt = plan.plannedAt();
    }

    UUID plan() {
        return plan;
    }

    String institute() {
        return institute;
    }

    @Nullable
    CohortId cohort() {
        return cohort;
    }

    /** No person whom the plan added is older. */
    Instant plannedAt() {
        return plannedAt;
    }

    void removedEnrolments(int number) {
        enrolments += number;
    }

    void removedPeople(int number) {
        people += number;
    }

    void putBack() {
        updates++;
    }

    void calledBack() {
        invitations++;
    }

    /** Names what stays of this act's row; the same twice is named once. */
    void left(Act act, String reason) {
        left.add(new Left(act.row(), reason));
    }

    Undone undone() {
        return new Undone(
                people,
                updates,
                enrolments,
                invitations,
                left.stream()
                        .sorted(Comparator.comparingInt(Left::row).thenComparing(Left::reason))
                        .toList());
    }
}
