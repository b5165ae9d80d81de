package org.sopan.enrolment.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterPlan;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.platform.Words;
import org.sopan.shared.Language;

/** What a roster would do, in counts, with each wrong cell by row and column in the reader's language. */
public record RosterPlanView(
        String id,
        String institute,
        @Nullable String cohort,
        int rows,
        long create,
        long update,
        long unchanged,
        int undecided,
        int rejected,
        List<CellErrorView> errors,
        List<Object> questions) {

    public record CellErrorView(int row, String column, String code, String message) {}

    static RosterPlanView of(RosterPlan plan, Language language) {
        RosterPlan.Content content = plan.content();
        return new RosterPlanView(
                plan.id().toString(),
                plan.institute(),
                plan.cohort() == null ? null : plan.cohort().toString(),
                content.rows(),
                content.count(Action.create),
                content.count(Action.update),
                content.count(Action.unchanged),
                0,
                content.rejected(),
                content.errors().stream()
                        .map(error -> new CellErrorView(
                                error.row(),
                                error.column(),
                                error.code(),
                                Words.of(language, "roster." + error.code(), "roster.invalid")))
                        .toList(),
                List.of());
    }
}
