package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.sopan.course.Catalogue;
import org.sopan.course.Quiz;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.Enrolments;
import org.sopan.platform.Caller;

/** Submits an attempt: what was saved is scored, once. Asked again it tells the same. */
@ApplicationScoped
public class SubmitAttempt {
    private final Enrolments enrolments;
    private final Attempts attempts;
    private final AnswerJournal journal;
    private final Catalogue catalogue;
    private final QuestionTypes types;
    private final Caller caller;
    private final Event<QuizMarked> marked;
    private final Clock clock;

    @Inject
    public SubmitAttempt(
            Enrolments enrolments,
            Attempts attempts,
            AnswerJournal journal,
            Catalogue catalogue,
            QuestionTypes types,
            Caller caller,
            Event<QuizMarked> marked,
            Clock clock) {
        this.enrolments = enrolments;
        this.attempts = attempts;
        this.journal = journal;
        this.catalogue = catalogue;
        this.types = types;
        this.caller = caller;
        this.marked = marked;
        this.clock = clock;
    }

    /** Locks the enrolment before the attempt, like everyone whose act may complete it. */
    @Transactional
    public Attempt submit(UUID id) {
        Enrolment enrolment =
                enrolments.lockOwnOf(caller, attempts.ownOf(caller, id).enrolment());
        Attempt attempt = attempts.lockOwnOf(caller, id);
        if (attempt.state() == Attempt.State.SUBMITTED) {
            return attempt;
        }
        Instant now = clock.instant();
        enrolment.begin(now);
        Quiz quiz = catalogue
                .release(attempt.course(), attempt.release())
                .quiz(attempt.quiz())
                .orElseThrow();
        Marking marking = Marking.of(quiz, attempt.drawn(), journal.latest(id), types);
        boolean passed = marking.reaches(quiz.passPercent());
        attempt.submit(marking.toJson(passed), marking.percent(), passed, now);
        marked.fire(new QuizMarked(enrolment.id(), attempt.course(), quiz.id(), marking.percent(), passed, now));
        return attempt;
    }
}
