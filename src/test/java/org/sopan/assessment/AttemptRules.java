package org.sopan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sopan.testing.Rooms.COURSES;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sopan.course.CourseFiles;
import org.sopan.enrolment.Enrolment;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.testing.AtOnce;
import org.sopan.testing.MovingClock;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class AttemptRules {
    private static final String UNLIMITED = "m1-first";
    private static final String LIMITED = "m2-second";
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Person learner;
    private final EnrolmentId enrolment;

    AttemptRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        learner = rooms.learner("rahima", "bpatc");
        enrolment = rooms.enrol(learner, "basics");
    }

    @Test
    void beginsTheEnrolmentAndDrawsAsManyItemsAsTheQuizSays() {
        UUID attempt = study.begin(enrolment, UNLIMITED);
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(Enrolment.State.ACTIVE);
        assertThat(study.items(attempt))
                .hasSize(4)
                .extracting(item -> item.getString("id"))
                .doesNotHaveDuplicates()
                .doesNotContain("t1");
        assertThat(study.show(attempt)).isEqualTo(study.show(attempt));
    }

    /** Tests across courses draw them, and whoever had practised on one would know it already. */
    @Test
    void neverDrawsNorShowsAnItemThatIsKeptForTests() {
        for (int attempt = 0; attempt < 20; attempt++) {
            UUID id = study.begin(enrolment, UNLIMITED);
            assertThat(study.items(id)).extracting(item -> item.getString("id")).doesNotContain("t1");
            study.submit(id);
            assertThat(study.show(id).toString()).doesNotContain("\"t1\"", "Only in tests");
        }
    }

    @Test
    void goesOnWithTheOneThatIsOpen() {
        StartAttempt.Started first = start(UNLIMITED);
        StartAttempt.Started again = start(UNLIMITED);
        assertThat(first.isNew()).isTrue();
        assertThat(again.isNew()).isFalse();
        assertThat(again.attempt().id()).isEqualTo(first.attempt().id());
    }

    @Test
    void opensOneWhenBegunTwiceAtOnce() {
        Runnable act = () -> study.startAttempt.start(enrolment, UNLIMITED);
        AtOnce.overlap(database, act, act);
        assertThat(database.number("select count(*) from attempt")).isEqualTo(1);
    }

    @Test
    void numbersTheTriesAndEndsWithTheLastOneAllowed() {
        assertThat(study.take(enrolment, LIMITED, false).number()).isEqualTo(1);
        assertThat(study.take(enrolment, LIMITED, false).number()).isEqualTo(2);
        assertConflict("no-attempts-left", () -> start(LIMITED));
        study.take(enrolment, UNLIMITED, false);
        study.take(enrolment, UNLIMITED, false);
        assertThat(study.take(enrolment, UNLIMITED, false).number()).isEqualTo(3);
    }

    @Test
    void mayBeTriedAgainAfterItWasPassed() {
        study.take(enrolment, LIMITED, true);
        assertThat(start(LIMITED).isNew()).isTrue();
    }

    @Test
    void takesAnswersUntilItsDeadlineAndScoresWhatWasSaved() {
        UUID attempt = study.begin(enrolment, LIMITED);
        JsonObject item = study.items(attempt).get(0);
        rooms.clock.advance(Duration.ofMinutes(10));
        database.run(() -> study.saveAnswer.save(attempt, item.getString("id"), 1, Study.right(item)));
        rooms.clock.advance(Duration.ofSeconds(1));
        assertConflict(
                "attempt-closed",
                () -> database.run(() -> study.saveAnswer.save(attempt, item.getString("id"), 2, Study.right(item))));
        JsonObject result = ShowAttempt.result(study.submit(attempt));
        assertThat(result.getInt("percent")).isEqualTo(100);
        assertThat(result.getBoolean("passed")).isTrue();
    }

    @Test
    void knowsNeitherQuizNorEnrolmentNorAttemptOfAnotherPerson() {
        assertThatThrownBy(() -> start("no-such-quiz")).isInstanceOf(NotFound.class);
        UUID attempt = study.begin(enrolment, UNLIMITED);
        Acting.learner(rooms.caller, rooms.learner("other", "bpatc").id());
        assertThatThrownBy(() -> start(UNLIMITED)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> study.show(attempt)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> study.submit(attempt)).isInstanceOf(NotFound.class);
        rooms.coordinator("bpatc");
        assertThatThrownBy(() -> study.show(attempt)).isInstanceOf(NotFound.class);
    }

    @Test
    void cannotBeBegunInAnEnrolmentThatWasClosed() {
        database.update("update enrolment set state = 'WITHDRAWN', open_key = null");
        assertConflict("enrolment-closed", () -> start(UNLIMITED));
    }

    @Test
    void isSubmittedOnceAndTellsTheSameAgain() {
        UUID attempt = study.begin(enrolment, UNLIMITED);
        study.answer(attempt);
        Attempt first = study.submit(attempt);
        rooms.clock.advance(Duration.ofMinutes(5));
        Attempt again = study.submit(attempt);
        assertThat(again.result()).isEqualTo(first.result());
        assertThat(again.submittedAt()).isEqualTo(MovingClock.BEGIN);
        assertThat(rooms.events.fired(QuizMarked.class)).hasSize(1);
        assertThat(study.show(attempt).getJsonObject("result")).isEqualTo(ShowAttempt.result(first));
    }

    @Test
    void isScoredOnceWhenSubmittedTwiceAtOnce() {
        UUID attempt = study.begin(enrolment, UNLIMITED);
        study.answer(attempt);
        Runnable act = () -> study.submitAttempt.submit(attempt);
        AtOnce.overlap(database, act, act);
        assertThat(rooms.events.fired(QuizMarked.class)).hasSize(1);
        assertThat(rooms.events.fired(QuizMarked.class).get(0).percent()).isEqualTo(100);
    }

    @Test
    void tellsKeyAndFeedbackOnlyAfterSubmission() {
        UUID attempt = study.begin(enrolment, UNLIMITED);
        study.answer(attempt);
        assertThat(study.show(attempt).toString()).doesNotContain("feedback", "correct", "\"right\"");
        study.submit(attempt);
        assertThat(study.show(attempt).toString()).contains("feedback", "correct", "\"right\"");
    }

    @Test
    void finishesOnTheReleaseItBeganWith() {
        UUID attempt = study.begin(enrolment, UNLIMITED);
        String before = study.show(attempt).getJsonArray("items").toString();
        Map<String, String> texts = new HashMap<>(CourseFiles.in(COURSES).texts());
        texts.computeIfPresent("basics/m1-first/quiz.yaml", (path, text) -> text.replace("Right", "Correct"));
        rooms.publish("basics", new CourseFiles(texts));
        assertThat(study.show(attempt).getJsonArray("items")).hasToString(before);
        study.answer(attempt);
        assertThat(ShowAttempt.result(study.submit(attempt)).getInt("percent")).isEqualTo(100);
        assertThat(study.show(study.begin(enrolment, UNLIMITED)).getString("release"))
                .isNotEqualTo(study.show(attempt).getString("release"));
    }

    @Test
    void drawsAnewForEachTry() {
        List<String> drawings = java.util.stream.IntStream.range(0, 8)
                .mapToObj(number -> {
                    UUID attempt = study.begin(enrolment, UNLIMITED);
                    study.submit(attempt);
                    return study.show(attempt).getJsonArray("items").toString();
                })
                .distinct()
                .toList();
        assertThat(drawings).hasSizeGreaterThan(1);
    }

    private StartAttempt.Started start(String quiz) {
        return database.in(() -> study.startAttempt.start(enrolment, quiz));
    }

    private static void assertConflict(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Conflict.class).hasMessage(code);
    }
}
