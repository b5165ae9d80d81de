package org.sopan.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.sopan.course.Catalogue;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.Enrolments;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;

/** The reader's device tells how long a lesson was open and, at its end, that it was read. Time is never required. */
@ApplicationScoped
public class RecordReading {
    private final Enrolments enrolments;
    private final Readings readings;
    private final Catalogue catalogue;
    private final Caller caller;
    private final Event<LessonFinished> finished;
    private final Clock clock;

    @Inject
    public RecordReading(
            Enrolments enrolments,
            Readings readings,
            Catalogue catalogue,
            Caller caller,
            Event<LessonFinished> finished,
            Clock clock) {
        this.enrolments = enrolments;
        this.readings = readings;
        this.catalogue = catalogue;
        this.caller = caller;
        this.finished = finished;
        this.clock = clock;
    }

    /**
     * Records a lesson's running total and, with {@code done}, its end; the enrolment begins with it.
     *
     * @param seconds the running total of this reader for this lesson
     */
    @Transactional
    public Enrolment record(EnrolmentId id, String lesson, int seconds, boolean done) {
        Enrolment enrolment = enrolments.lockOwnOf(caller, id);
        if (catalogue.live(enrolment.course()).lesson(lesson).isEmpty()) {
            throw new DomainException.NotFound("unknown-lesson");
        }
        Instant now = clock.instant();
        enrolment.begin(now);
        readings.read(id, lesson, seconds);
        if (done && readings.finish(id, lesson, now)) {
            finished.fire(new LessonFinished(id, enrolment.course(), lesson, now));
        }
        return enrolment;
    }
}
