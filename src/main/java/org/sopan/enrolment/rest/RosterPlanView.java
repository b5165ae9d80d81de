package org.sopan.enrolment.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterLine;
import org.sopan.enrolment.RosterPlan;
import org.sopan.enrolment.RosterPlan.Counts;
import org.sopan.enrolment.RosterPlan.Outcome;
import org.sopan.enrolment.ShowRoster;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/**
 * What a roster would do, in counts, with each wrong cell by row and column in the reader's language, what stays out of
 * rows that are taken ({@code notes}), and what is asked. Of errors, notes and questions the first thousand rows each.
 */
public record RosterPlanView(
        String id,
        String institute,
        @Nullable String cohort,
        @Nullable LocalizedText cohortTitle,
        String state,
        Instant plannedAt,
        Instant endsAt,
        int rows,
        int create,
        int update,
        int unchanged,
        int undecided,
        int rejected,
        int left,
        List<RosterErrorView> errors,
        List<RosterErrorView> notes,
        List<RosterQuestionView> questions,
        @Nullable Outcome outcome,
        @Nullable RosterUndoneView undone) {

    static RosterPlanView of(ShowRoster.Shown shown, Language language) {
        RosterPlan plan = shown.plan();
        Counts counts = plan.counts();
        return new RosterPlanView(
                plan.id().toString(),
                plan.institute(),
                plan.cohort() == null ? null : plan.cohort().toString(),
                shown.cohort(),
                shown.state().name(),
                plan.plannedAt(),
                plan.endsAt(),
                counts.rows(),
                counts.create(),
                counts.update(),
                counts.unchanged(),
                counts.undecided(),
                counts.rejected(),
                counts.left(),
                shown.rejected().stream()
                        .flatMap(line -> RosterErrorView.of(line, language).stream())
                        .toList(),
                shown.noted().stream()
                        .flatMap(line -> RosterErrorView.notes(line, language).stream())
                        .toList(),
                questions(plan, shown.undecided()),
                plan.outcome(),
                plan.undone() == null ? null : RosterUndoneView.of(plan.undone(), language));
    }

    private static List<RosterQuestionView> questions(RosterPlan plan, List<RosterLine> undecided) {
        List<RosterQuestionView> questions = new ArrayList<>();
        plan.columns().forEach(note -> questions.add(RosterQuestionView.of(note)));
        undecided.stream()
                .filter(line -> line.verdict().question() != null)
                .forEach(line -> questions.add(RosterQuestionView.of(line)));
        return questions;
    }
}
