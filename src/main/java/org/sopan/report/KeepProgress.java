package org.sopan.report;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sopan.assessment.QuizMarked;
import org.sopan.completion.Steps;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.EnrolmentChanged;
import org.sopan.enrolment.Enrolments;
import org.sopan.learning.LessonFinished;
import org.sopan.shared.EnrolmentId;

/**
 * Keeps what reports read in step with what people do, in the transaction of the act: after the steps were written,
 * before anyone is told. Whoever publishes these events has locked the enrolment.
 */
@ApplicationScoped
public class KeepProgress {
    /** After those who name no priority, among them the one who writes the steps. */
    private static final int AFTER_STEPS = Interceptor.Priority.LIBRARY_AFTER;

    private final Enrolments enrolments;
    private final Steps steps;
    private final Outlines outlines;
    private final ProgressRows rows;

    @Inject
    public KeepProgress(Enrolments enrolments, Steps steps, Outlines outlines, ProgressRows rows) {
        this.enrolments = enrolments;
        this.steps = steps;
        this.outlines = outlines;
        this.rows = rows;
    }

    void lessonFinished(@Observes @Priority(AFTER_STEPS) LessonFinished event) {
        keep(event.enrolment(), event.at());
    }

    void quizMarked(@Observes @Priority(AFTER_STEPS) QuizMarked event) {
        keep(event.enrolment(), event.at());
        rows.noteFailing(event.enrolment());
    }

    /** Another institute may ask for other modules. */
    void changed(@Observes EnrolmentChanged event) {
        if (rows.isKept(event.enrolment())) {
            keep(event.enrolment(), null);
        }
    }

    private void keep(EnrolmentId id, @Nullable Instant activity) {
        Enrolment enrolment = enrolments.find(id).orElseThrow();
        Outline outline = outlines.live(enrolment.course());
        rows.keep(id, Progress.of(outline, enrolment.institute(), steps.of(id)), activity);
    }
}
