package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.course.Quiz;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.Enrolments;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;

/** Begins an attempt at a quiz, or goes on with the one that is open. */
@ApplicationScoped
public class StartAttempt {
    private final Enrolments enrolments;
    private final Attempts attempts;
    private final Allowances allowances;
    private final Catalogue catalogue;
    private final QuestionTypes types;
    private final Caller caller;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public StartAttempt(
            Enrolments enrolments,
            Attempts attempts,
            Allowances allowances,
            Catalogue catalogue,
            QuestionTypes types,
            Caller caller,
            Randomness randomness,
            Clock clock) {
        this.enrolments = enrolments;
        this.attempts = attempts;
        this.allowances = allowances;
        this.catalogue = catalogue;
        this.types = types;
        this.caller = caller;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** The attempt, and whether it was begun just now. */
    public record Started(Attempt attempt, boolean isNew) {}

    @Transactional
    public Started start(EnrolmentId id, String quizId) {
        Enrolment enrolment = enrolments.lockOwnOf(caller, id);
        Course course = catalogue.live(enrolment.course());
        List<Attempt> earlier = attempts.of(id, quizId);
        Optional<Attempt> open = earlier.stream()
                .filter(attempt -> attempt.state() == Attempt.State.OPEN)
                .findFirst();
        if (open.isPresent()) {
            return new Started(open.get(), false);
        }
        Quiz quiz = course.quiz(quizId).orElseThrow(() -> new DomainException.NotFound("unknown-quiz"));
        boolean limited = quiz.attempts() != null || quiz.timeLimitMinutes() != null;
        Allowances.Extra extra = limited ? allowances.extra(enrolment, quizId) : new Allowances.Extra(0, 0);
        Integer most = quiz.attempts();
        if (most != null && earlier.size() >= most + extra.attempts()) {
            throw new DomainException.Conflict("no-attempts-left");
        }
        Instant now = clock.instant();
        enrolment.begin(now);
        Attempt attempt = new Attempt(
                randomness.id(), enrolment, course, quiz, earlier.size() + 1, extra.minutes(), randomness.seed(), now);
        attempt.draw(quiz, types);
        attempts.add(attempt);
        return new Started(attempt, true);
    }
}
