package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sopan.assessment.QuizMarked;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.EnrolmentMoved;
import org.sopan.enrolment.Enrolments;
import org.sopan.learning.LessonFinished;
import org.sopan.platform.Randomness;
import org.sopan.shared.EnrolmentId;

/**
 * Decides, in the transaction of the act itself, whether it met the last condition. Whoever publishes these events has
 * locked the enrolment, so that two last acts at once come one after the other.
 */
@ApplicationScoped
public class CheckCompletion {
    private final Enrolments enrolments;
    private final Catalogue catalogue;
    private final Steps steps;
    private final Awards awards;
    private final CheckProgramme programme;
    private final Event<AwardMet> met;
    private final Randomness randomness;

    @Inject
    public CheckCompletion(
            Enrolments enrolments,
            Catalogue catalogue,
            Steps steps,
            Awards awards,
            CheckProgramme programme,
            Event<AwardMet> met,
            Randomness randomness) {
        this.enrolments = enrolments;
        this.catalogue = catalogue;
        this.steps = steps;
        this.awards = awards;
        this.programme = programme;
        this.met = met;
        this.randomness = randomness;
    }

    void lessonFinished(@Observes LessonFinished event) {
        take(event.enrolment(), Step.Kind.lesson, event.lesson(), null, event.at(), event.at());
    }

    void quizMarked(@Observes QuizMarked event) {
        take(
                event.enrolment(),
                Step.Kind.quiz,
                event.quiz(),
                event.percent(),
                event.passed() ? event.at() : null,
                event.at());
    }

    /** Another institute may require less: then nothing further would be done that could complete it. */
    void enrolmentMoved(@Observes EnrolmentMoved event) {
        Enrolment enrolment = enrolments.find(event.enrolment()).orElseThrow();
        if (enrolment.state() == Enrolment.State.ACTIVE && catalogue.has(enrolment.course())) {
            check(enrolment, event.at());
            programme.check(enrolment, event.at());
        }
    }

    private void take(
            EnrolmentId id,
            Step.Kind kind,
            String step,
            @Nullable Integer percent,
            @Nullable Instant doneAt,
            Instant now) {
        steps.record(id, kind, step, percent, doneAt);
        Enrolment enrolment = enrolments.find(id).orElseThrow();
        if (doneAt == null) {
            return;
        }
        if (enrolment.isOpen()) {
            check(enrolment, now);
        }
        programme.check(enrolment, now);
    }

    private void check(Enrolment enrolment, Instant now) {
        Course course = catalogue.live(enrolment.course());
        Standing standing = new Standing(enrolment, course, steps.of(enrolment.id()));
        boolean complete = standing.meets(course.completion());
        for (AwardRule rule : catalogue.awards(course.id())) {
            if (rule.asCourse() ? complete : standing.meets(rule.conditions())) {
                meet(rule, standing, now, false);
            }
        }
        if (complete) {
            enrolment.complete(now);
        }
    }

    /** Writes the award down unless it was met before; the enrolment is locked. */
    void meet(AwardRule rule, Standing standing, Instant now, boolean afterwards) {
        if (awards.isMet(rule.kind(), standing.enrolment())) {
            return;
        }
        Evidence evidence =
                Evidence.of(rule.asCourse() ? standing.conditions() : standing.conditions(rule.conditions()));
        Award award =
                Award.ofCourse(randomness.id(), rule.kind(), standing.enrolment(), standing.course(), evidence, now);
        awards.add(award);
        met.fire(new AwardMet(award, rule, afterwards));
    }
}
