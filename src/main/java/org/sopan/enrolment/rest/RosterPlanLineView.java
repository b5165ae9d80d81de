package org.sopan.enrolment.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterPlan;
import org.sopan.enrolment.RosterPlan.Counts;
import org.sopan.enrolment.RosterPlan.Outcome;
import org.sopan.enrolment.ShowRoster.Listed;
import org.sopan.shared.LocalizedText;

/** A plan in the list of an institute's plans. */
public record RosterPlanLineView(
        String id,
        String state,
        Instant plannedAt,
        Who plannedBy,
        @Nullable Instant appliedAt,
        Instant endsAt,
        @Nullable CohortName cohort,
        int rows,
        int create,
        int update,
        int unchanged,
        int undecided,
        int rejected,
        int left,
        @Nullable Outcome outcome) {

    public record Who(String id, @Nullable LocalizedText name) {}

    public record CohortName(String id, @Nullable LocalizedText title) {}

    static RosterPlanLineView of(Listed listed) {
        RosterPlan plan = listed.plan();
        Counts counts = plan.counts();
        return new RosterPlanLineView(
                plan.id().toString(),
                listed.state().name(),
                plan.plannedAt(),
                new Who(plan.plannedBy().toString(), listed.plannedBy()),
                plan.appliedAt(),
                plan.endsAt(),
                plan.cohort() == null ? null : new CohortName(plan.cohort().toString(), listed.cohort()),
                counts.rows(),
                counts.create(),
                counts.update(),
                counts.unchanged(),
                counts.undecided(),
                counts.rejected(),
                counts.left(),
                plan.outcome());
    }
}
