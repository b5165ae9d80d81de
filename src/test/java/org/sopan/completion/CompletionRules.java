package org.sopan.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sopan.testing.Rooms.COURSES;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.completion.Standing.ConditionState;
import org.sopan.completion.Standing.Progress;
import org.sopan.course.CourseFiles;
import org.sopan.enrolment.Enrolment;
import org.sopan.identity.Person;
import org.sopan.learning.LessonFinished;
import org.sopan.shared.EnrolmentId;
import org.sopan.testing.AtOnce;
import org.sopan.testing.MovingClock;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class CompletionRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Person learner;
    private final EnrolmentId enrolment;

    /** The institute requires the first module only: two lessons and a quiz. */
    CompletionRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        learner = rooms.learner("rahima", "nilg");
        enrolment = rooms.enrol(learner, "basics");
    }

    @Test
    void isMetByALessonAsTheLastAct() {
        study.take(enrolment, "m1-first", true);
        study.read(enrolment, "one");
        assertIncomplete();
        rooms.clock.advance(Duration.ofHours(1));
        study.read(enrolment, "two");
        assertCompleteOnce();
        Award award = awards().get(0);
        assertThat(award.kind()).isEqualTo("completion");
        assertThat(award.metAt()).isEqualTo(MovingClock.BEGIN.plus(Duration.ofHours(1)));
        assertThat(award.institute()).isEqualTo("nilg");
        assertThat(award.release()).isEqualTo(rooms.catalogue.live("basics").release());
    }

    @Test
    void isMetByAQuizAsTheLastAct() {
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        study.take(enrolment, "m1-first", false);
        assertIncomplete();
        study.take(enrolment, "m1-first", true);
        assertCompleteOnce();
    }

    @Test
    void isNotMetByAFailedQuizOrALessonLeftEarly() {
        study.take(enrolment, "m1-first", true);
        study.read(enrolment, "one");
        database.run(() -> study.recordReading.record(enrolment, "two", 3_600, false));
        assertIncomplete();
        assertThat(study.standing(enrolment).next())
                .map(Standing.CourseStep::id)
                .contains("two");
    }

    @Test
    void tellsWhyNotYet() {
        study.read(enrolment, "one");
        List<ConditionState> conditions = study.standing(enrolment).conditions();
        assertThat(conditions).extracting(ConditionState::kind).containsExactly("lessons", "quizzes");
        assertThat(conditions).extracting(ConditionState::evidence).containsExactly("1/2", "0/1");
        assertThat(conditions).noneMatch(ConditionState::met);
        assertThat(conditions.get(0).toDo()).isNotNull();
        assertThat(study.standing(enrolment).progress()).isEqualTo(new Progress(1, 3, 33));
    }

    @Test
    void leavesAModuleOutsideTheTrackOptional() {
        EnrolmentId other = rooms.enrol(rooms.learner("karim", "bpatc"), "basics");
        study.read(other, "one");
        study.read(other, "two");
        study.take(other, "m1-first", true);
        assertThat(rooms.enrolment(other).isOpen()).isTrue();
        assertThat(study.standing(other).progress()).isEqualTo(new Progress(3, 5, 60));
        study.read(other, "three");
        study.take(other, "m2-second", true);
        assertThat(rooms.enrolment(other).state()).isEqualTo(Enrolment.State.COMPLETED);
    }

    @Test
    void countsNoOptionalStepButRecordsIt() {
        study.read(enrolment, "three");
        assertThat(study.standing(enrolment).progress()).isEqualTo(new Progress(0, 3, 0));
        assertThat(study.standing(enrolment).steps())
                .filteredOn(Standing.CourseStep::isDone)
                .extracting(Standing.CourseStep::id)
                .containsExactly("three");
    }

    @Test
    void keepsTheBestPercentAndNeverLosesAPass() {
        record(40, null);
        record(null, null);
        assertStep(40, false);
        record(80, 1);
        record(50, null);
        assertStep(80, true);
        record(90, 5);
        assertThat(step().percent()).isEqualTo(90);
        assertThat(step().doneAt()).as("the first moment").isEqualTo(MovingClock.BEGIN.plusSeconds(1));
    }

    @Test
    void finishesALessonOnceAndKeepsTheLargerReadingTime() {
        study.read(enrolment, "one");
        rooms.clock.advance(Duration.ofDays(1));
        database.run(() -> study.recordReading.record(enrolment, "one", 30, true));
        assertThat(rooms.events.fired(LessonFinished.class)).hasSize(1);
        assertThat(database.number("select seconds from lesson_reading")).isEqualTo(60);
        assertThat(database.in(() -> study.steps.of(enrolment)).get(0).doneAt()).isEqualTo(MovingClock.BEGIN);
    }

    @Test
    void neverReopensAndIsAwardedOnce() {
        complete(enrolment);
        rooms.clock.advance(Duration.ofDays(1));
        study.read(enrolment, "three");
        study.read(enrolment, "one");
        study.take(enrolment, "m1-first", false);
        study.take(enrolment, "m1-first", true);
        assertCompleteOnce();
        assertThat(rooms.enrolment(enrolment).completedAt()).isEqualTo(MovingClock.BEGIN);
    }

    @Test
    void staysCompleteWhenALaterReleaseAsksForMore() {
        complete(enrolment);
        requireSecondModuleToo();
        assertThat(study.standing(enrolment).progress().percent()).isEqualTo(100);
        assertThat(study.standing(enrolment).next()).isEmpty();
        assertCompleteOnce();
    }

    @Test
    void asksForWhatTheLiveReleaseAsksFor() {
        study.read(enrolment, "one");
        study.take(enrolment, "m1-first", true);
        requireSecondModuleToo();
        study.read(enrolment, "two");
        assertIncomplete();
        study.read(enrolment, "three");
        study.take(enrolment, "m2-second", true);
        assertCompleteOnce();
    }

    @Test
    void givesNoSecondAwardForTheSameCourseWithoutACohort() {
        complete(enrolment);
        EnrolmentId again = rooms.enrol(learner, "basics");
        complete(again);
        assertThat(rooms.enrolment(again).state()).isEqualTo(Enrolment.State.COMPLETED);
        assertThat(awards()).hasSize(1);
    }

    @Test
    void givesNoSecondAwardAfterAMoveToAnotherCohort() {
        complete(enrolment);
        database.update(
                "insert into cohort (id, host, starts, ends, created_at, version, title_en) values"
                        + " ('00000000-0000-0000-0000-000000000001', 'nilg', '2026-11-01', '2027-06-30', current_timestamp, 1, 'x')");
        database.update("update enrolment set cohort = '00000000-0000-0000-0000-000000000001', state = 'ACTIVE',"
                + " open_key = 'again'");
        study.read(enrolment, "three");
        study.take(enrolment, "m1-first", true);
        assertCompleteOnce();
    }

    @Test
    void isOneWhenTheLastLessonComesDuringTheLastSubmission() {
        UUID attempt = oneLessonAndASubmissionToGo();
        AtOnce.overlap(
                database,
                () -> study.submitAttempt.submit(attempt),
                () -> study.recordReading.record(enrolment, "two", 60, true));
        assertCompleteOnce();
    }

    @Test
    void isOneWhenTheLastSubmissionComesDuringTheLastLesson() {
        UUID attempt = oneLessonAndASubmissionToGo();
        AtOnce.overlap(
                database,
                () -> study.recordReading.record(enrolment, "two", 60, true),
                () -> study.submitAttempt.submit(attempt));
        assertCompleteOnce();
    }

    @Test
    void isOneWhenTwoLastActsRace() {
        UUID attempt = oneLessonAndASubmissionToGo();
        AtOnce.run(() -> study.read(enrolment, "two"), () -> study.submit(attempt));
        assertCompleteOnce();
    }

    @Test
    void isOneWhenTheSameLastLessonComesTwiceAtOnce() {
        study.take(enrolment, "m1-first", true);
        study.read(enrolment, "one");
        Runnable act = () -> study.recordReading.record(enrolment, "two", 60, true);
        AtOnce.overlap(database, act, act);
        assertCompleteOnce();
    }

    private UUID oneLessonAndASubmissionToGo() {
        study.read(enrolment, "one");
        UUID attempt = study.begin(enrolment, "m1-first");
        study.answer(attempt);
        return attempt;
    }

    private void complete(EnrolmentId id) {
        study.read(id, "one");
        study.read(id, "two");
        study.take(id, "m1-first", true);
    }

    private void requireSecondModuleToo() {
        Map<String, String> texts = new TreeMap<>(CourseFiles.in(COURSES).texts());
        texts.computeIfPresent(
                "programme.yaml", (path, text) -> text.replace("nilg: [m1-first]", "nilg: [m1-first, m2-second]"));
        rooms.publish("basics", new CourseFiles(texts));
    }

    private void record(@Nullable Integer percent, @Nullable Integer secondsOfPass) {
        database.run(() -> study.steps.record(
                enrolment,
                Step.Kind.quiz,
                "m1-first",
                percent,
                secondsOfPass == null ? null : MovingClock.BEGIN.plusSeconds(secondsOfPass)));
    }

    private Step step() {
        return database.in(() -> study.steps.of(enrolment)).get(0);
    }

    private void assertStep(int percent, boolean done) {
        assertThat(step().percent()).isEqualTo(percent);
        assertThat(step().isDone()).isEqualTo(done);
    }

    private List<Award> awards() {
        return database.in(() -> study.awards.of(learner.id()));
    }

    private void assertIncomplete() {
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(Enrolment.State.ACTIVE);
        assertThat(awards()).isEmpty();
    }

    private void assertCompleteOnce() {
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(Enrolment.State.COMPLETED);
        assertThat(awards()).hasSize(1);
        assertThat(database.number("select count(*) from certificate")).isEqualTo(1);
        assertThat(database.number("select count(*) from outbox where template = 'certificate'"))
                .isEqualTo(1);
        assertThat(study.standing(enrolment).progress().percent()).isEqualTo(100);
    }
}
