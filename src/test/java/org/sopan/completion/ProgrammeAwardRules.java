package org.sopan.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sopan.completion.MyAwards.AwardState;
import org.sopan.completion.Standing.ConditionState;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Merging;
import org.sopan.testing.Programmes;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

/** The institute nilg requires the first module of "basics" and all of "advanced". */
abstract class ProgrammeAwardRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Person learner;

    ProgrammeAwardRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        Programmes.declareOverAll(rooms);
        learner = rooms.learner("rahima", "nilg");
    }

    @Test
    void isMetByTheLastActInWhicheverCourse() {
        EnrolmentId basics = rooms.enrol(learner, "basics");
        EnrolmentId advanced = rooms.enrol(learner, "advanced");
        track(basics);
        assertThat(awards()).extracting(Award::kind).containsExactly("completion");
        study.read(advanced, "four");
        assertThat(kinds()).doesNotContain("institute");
        study.read(advanced, "five");
        Award award = only("institute");
        assertThat(award.course()).isNull();
        assertThat(award.institute()).isEqualTo("nilg");
        assertThat(award.enrolment()).isEqualTo(advanced);
        assertThat(award.minutes())
                .as("the modules that count: one of basics, one of advanced")
                .isEqualTo(minutes("nilg"));
        assertThat(award.evidence().conditions())
                .extracting(Evidence.Line::counted)
                .containsExactly("4/4", "1/1");
        assertThat(kinds()).as("the optional module is missing").doesNotContain("certified-trainer");
    }

    @Test
    void countsOptionalModulesThatAreDoneAfterTheCourseIsComplete() {
        EnrolmentId basics = rooms.enrol(learner, "basics");
        EnrolmentId advanced = rooms.enrol(learner, "advanced");
        track(basics);
        study.read(advanced, "four");
        study.read(advanced, "five");
        study.read(basics, "three");
        assertThat(kinds()).doesNotContain("certified-trainer");
        study.take(basics, "m2-second", true);
        assertThat(only("certified-trainer").minutes()).isEqualTo(minutes("bpatc"));
    }

    @Test
    void isNotMetWithoutACourseOfTheProgramme() {
        track(rooms.enrol(learner, "basics"));
        AwardState state = state("institute");
        assertThat(state.met()).isFalse();
        assertThat(state.conditions()).extracting(ConditionState::evidence).containsExactly("2/4", "1/1", null);
        assertThat(state.conditions())
                .extracting(ConditionState::kind)
                .containsExactly("lessons", "quizzes", "approval");
        assertThat(kinds()).containsExactly("completion");
    }

    @Test
    void isNotMetWhileACourseOfTheProgrammeIsNotLive() {
        rooms.publishProgramme(
                Programmes.files(Programmes.PROGRAMME.replace("[basics, advanced]", "[basics, advanced, craft]")
                        + "\n  - {kind: institute, title: {en: x, bn: x}, scope: programme, modules: track,"
                        + " conditions: [{lessons: required}], issue: automatic}\n"));
        everything();
        assertThat(kinds()).doesNotContain("institute");
        assertThat(state("institute").conditions().get(0).met()).isFalse();
    }

    @Test
    void isMetOnceWhateverTheCohort() {
        everything();
        EnrolmentId again = rooms.enrol(learner, "basics");
        track(again);
        study.read(again, "three");
        study.take(again, "m2-second", true);
        assertThat(kinds()).filteredOn("institute"::equals).hasSize(1);
        assertThat(kinds()).filteredOn("certified-trainer"::equals).hasSize(1);
    }

    @Test
    void isMetOnceWhenTheLastActsInTwoCoursesComeAtOnce() {
        EnrolmentId basics = rooms.enrol(learner, "basics");
        EnrolmentId advanced = rooms.enrol(learner, "advanced");
        study.read(basics, "one");
        study.take(basics, "m1-first", true);
        study.read(advanced, "four");
        AtOnce.overlap(
                database,
                () -> study.recordReading.record(basics, "two", 60, true),
                () -> study.recordReading.record(advanced, "five", 60, true));
        only("institute");
    }

    @Test
    void countsWhatJoinedRecordsDid() {
        track(rooms.enrol(learner, "basics"));
        Person other = rooms.learner("rohima", "nilg");
        EnrolmentId advanced = rooms.enrol(other, "advanced");
        study.read(advanced, "four");
        rooms.administrator();
        new Merging(rooms, study).merge(learner, other);
        Acting.joined(rooms.caller, learner.id(), Set.of(other.id()));
        study.read(advanced, "five");
        Award award = only("institute");
        assertThat(award.person()).isEqualTo(learner.id());
    }

    @Test
    void holdsACompletedCourseCompleteWhateverALaterReleaseAsks() {
        EnrolmentId basics = rooms.enrol(learner, "basics");
        track(basics);
        rooms.publish(
                "basics",
                Programmes.files(Programmes.PROGRAMME.replace("nilg: [m1-first]", "nilg: [m1-first, m2-second]")));
        EnrolmentId advanced = rooms.enrol(learner, "advanced");
        study.read(advanced, "four");
        study.read(advanced, "five");
        only("institute");
    }

    @Test
    void saysThatItWaitsForApprovalAndIssuesNothing() {
        everything();
        AwardState state = state("institute");
        assertThat(state.met()).isFalse();
        ConditionState line = state.conditions().get(2);
        assertThat(line.kind()).isEqualTo("approval");
        assertThat(line.evidence()).isEqualTo("waiting");
        assertThat(String.valueOf(line.toDo())).contains("administrator");
        assertThat(state.paper().reason()).isEqualTo("approval-open");
        assertThat(database.number("select count(*) from certificate")).isEqualTo(2);
        assertThat(database.number("select count(*) from approval where state = 'WAITING'"))
                .isEqualTo(2);
    }

    private void everything() {
        EnrolmentId basics = rooms.enrol(learner, "basics");
        EnrolmentId advanced = rooms.enrol(learner, "advanced");
        track(basics);
        study.read(basics, "three");
        study.take(basics, "m2-second", true);
        study.read(advanced, "four");
        study.read(advanced, "five");
    }

    private void track(EnrolmentId basics) {
        study.read(basics, "one");
        study.read(basics, "two");
        study.take(basics, "m1-first", true);
    }

    private int minutes(String institute) {
        return rooms.catalogue.list().stream()
                .mapToInt(course -> org.sopan.course.Course.minutes(course.requiredModules(institute)))
                .sum();
    }

    private List<Award> awards() {
        return database.in(() -> study.awards.of(learner.id()));
    }

    private List<String> kinds() {
        return awards().stream().map(Award::kind).toList();
    }

    private Award only(String kind) {
        List<Award> found =
                awards().stream().filter(award -> award.kind().equals(kind)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private AwardState state(String kind) {
        return database.in(() -> study.myAwards(rooms).of(learner.id(), Language.EN)).stream()
                .filter(state -> state.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
