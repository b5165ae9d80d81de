package org.sopan.completion.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Standing;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Enrolment;
import org.sopan.shared.LocalizedText;

/** An enrolment in a list; with steps and completion where it is shown alone. */
public record EnrolmentView(
        String id,
        CourseRef course,
        @Nullable CohortRef cohort,
        String institute,
        String state,
        @Nullable LocalDate due,
        Standing.Progress progress,
        @Nullable NextStep next,
        @Nullable List<StepView> steps,
        @Nullable CompletionView completion) {

    public record CourseRef(String id, LocalizedText title) {}

    public record CohortRef(String id, LocalizedText title) {}

    /** Where to go on. */
    public record NextStep(String kind, String id, LocalizedText title) {}

    /** A lesson or quiz: {@code open} or {@code done}, and the best percent of a quiz. */
    public record StepView(
            String kind, String id, LocalizedText title, String state, boolean required, @Nullable Integer percent) {}

    /** Complete since when, or each condition with its evidence and what to do. */
    public record CompletionView(boolean complete, @Nullable Instant at, List<Standing.ConditionState> conditions) {}

    static EnrolmentView inList(Standing standing, @Nullable Cohort cohort) {
        return of(standing, cohort, null, null);
    }

    static EnrolmentView whole(Standing standing, @Nullable Cohort cohort) {
        List<StepView> steps = standing.steps().stream()
                .map(step -> new StepView(
                        step.kind().name(),
                        step.id(),
                        step.title(),
                        step.isDone() ? "done" : "open",
                        step.required(),
                        step.percent()))
                .toList();
        Enrolment enrolment = standing.enrolment();
        return of(
                standing,
                cohort,
                steps,
                new CompletionView(
                        enrolment.state() == Enrolment.State.COMPLETED,
                        enrolment.completedAt(),
                        standing.conditions()));
    }

    private static EnrolmentView of(
            Standing standing,
            @Nullable Cohort cohort,
            @Nullable List<StepView> steps,
            @Nullable CompletionView completion) {
        Enrolment enrolment = standing.enrolment();
        return new EnrolmentView(
                enrolment.id().toString(),
                new CourseRef(standing.course().id(), standing.course().title()),
                cohort == null ? null : new CohortRef(cohort.id().toString(), cohort.title()),
                enrolment.institute(),
                enrolment.state().word(),
                enrolment.due(),
                standing.progress(),
                standing.next()
                        .map(step -> new NextStep(step.kind().name(), step.id(), step.title()))
                        .orElse(null),
                steps,
                completion);
    }
}
