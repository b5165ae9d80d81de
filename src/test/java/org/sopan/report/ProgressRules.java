package org.sopan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sopan.course.CourseFiles;
import org.sopan.enrolment.Doubles;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Neighbours;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

/** What is stored for reports is, after each act, what the sources say. */
abstract class ProgressRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final ProgressRows rows;
    private final ProgressSources sources;
    private final RebuildProgress rebuild;

    ProgressRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        Outlines outlines = new Outlines(rooms.catalogue);
        rows = new ProgressRows(rooms.entities);
        sources = new ProgressSources(rooms.entities, study.steps, outlines);
        rebuild = new RebuildProgress(rows, sources);
        rooms.events.observedBy(new KeepProgress(rooms.enrolments, study.steps, outlines, rows));
    }

    @Test
    void isInStepAfterEachAct() {
        EnrolmentId id = rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        study.read(id, "one");
        assertInStep(id, "d", 1, 3);
        rooms.clock.advance(Duration.ofMinutes(5));
        study.read(id, "three");
        assertInStep(id, "d,,,d", 1, 3);
        study.take(id, "m1-first", true);
        assertInStep(id, "d,,100d,d", 2, 3);
        study.read(id, "two");
        assertInStep(id, "d,d,100d,d", 3, 3);
        study.read(id, "two");
        assertInStep(id, "d,d,100d,d", 3, 3);
    }

    @Test
    void notesTheQuizThatIsFailedAgainAndAgainUntilItIsPassed() {
        EnrolmentId id = rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        study.take(id, "m1-first", false);
        assertThat(kept(id).failing()).as("once is no pattern").isNull();
        study.take(id, "m1-first", false);
        assertThat(kept(id).failing()).isEqualTo("m1-first");
        assertInStep(id, ",,0", 0, 3);
        study.take(id, "m1-first", true);
        assertThat(kept(id).failing()).isNull();
        assertInStep(id, ",,100d", 1, 3);
    }

    @Test
    void isNotKeptWhereTheActWasNot() {
        EnrolmentId id = rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        assertThatThrownBy(() -> database.run(() -> {
                    study.recordReading.record(id, "one", 60, true);
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
        assertThat(database.number("select count(*) from enrolment_progress")).isZero();
    }

    @Test
    void holdsBothOfTwoActsAtOnce() {
        Person rahima = rooms.learner("rahima", "nilg");
        EnrolmentId id = rooms.enrol(rahima, "basics");
        AtOnce.overlap(
                database,
                () -> study.recordReading.record(id, "one", 60, true),
                () -> study.recordReading.record(id, "two", 60, true));
        assertInStep(id, "d,d", 2, 3);
    }

    @Test
    void followsAnEnrolmentToAnInstituteThatRequiresMore() {
        Person rahima = rooms.learner("rahima", "nilg");
        EnrolmentId id = rooms.enrol(rahima, "basics");
        study.read(id, "one");
        Person karim = rooms.learner("karim", "nilg");
        EnrolmentId untouched = rooms.enrol(karim, "basics");
        Neighbours neighbours = new Neighbours(rooms);
        neighbours.takeOver(neighbours.transfer(rahima, "bpatc"), id, "bpatc", null);
        neighbours.takeOver(neighbours.transfer(karim, "bpatc"), untouched, "bpatc", null);
        assertInStep(id, "d", 1, 5);
        assertThat(database.number("select count(*) from enrolment_progress"))
                .as("who has done nothing needs no row")
                .isEqualTo(1);
    }

    @Test
    void movesToANewRelease() {
        EnrolmentId id = rooms.enrol(rooms.learner("rahima", "bpatc"), "basics");
        study.read(id, "two");
        study.take(id, "m1-first", true);
        Map<String, String> edited =
                new HashMap<>(CourseFiles.in(Rooms.COURSES).only("basics").texts());
        edited.keySet().removeIf(path -> path.contains("m1-first/01-one"));
        InstituteMatrix matrix = new InstituteMatrix(
                rooms.entities,
                rooms.organizations,
                rooms.catalogue,
                new Outlines(rooms.catalogue),
                new Once(new Doubles(rooms.entities)),
                rooms.caller);
        Acting.viewer(rooms.caller, rooms.caller.person(), Set.of("bpatc"));
        rooms.publish("basics", new CourseFiles(edited));
        try {
            assertThat(cells(matrix)).as("read before the rows are moved").containsExactly("d", "100d", "o", "o");
            RefreshProgress refresh = new RefreshProgress(rooms.catalogue, rebuild);
            database.run(refresh::run);
            assertInStep(id, "d,100d", 2, 4);
            assertThat(cells(matrix)).containsExactly("d", "100d", "o", "o");
            database.run(refresh::run);
        } finally {
            rooms.withCourses();
        }
    }

    @Test
    void fillsInWhoBeganBeforeThereWereRows() {
        EnrolmentId id = rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        study.read(id, "one");
        study.take(id, "m1-first", false);
        database.update("delete from enrolment_progress");
        database.run(new RefreshProgress(rooms.catalogue, rebuild)::run);
        assertInStep(id, "d,,0", 1, 3);
    }

    private List<String> cells(InstituteMatrix matrix) {
        return database.in(() -> matrix.read(
                        new InstituteMatrix.Selection("bpatc", "basics", PeopleFilter.ALL, Language.EN, 0, 0)))
                .people()
                .get(0)
                .cells();
    }

    private void assertInStep(EnrolmentId id, String cells, int done, int total) {
        Kept kept = kept(id);
        assertThat(kept.progress().cells()).isEqualTo(cells);
        assertThat(kept.progress().done()).isEqualTo(done);
        assertThat(kept.progress().total()).isEqualTo(total);
        List<String> one = List.of(id.toString());
        assertThat(kept)
                .as("reckoned from the sources")
                .isEqualTo(database.in(() -> sources.of(one)).get(id));
    }

    private Kept kept(EnrolmentId id) {
        return java.util.Objects.requireNonNull(
                database.in(() -> rows.of(List.of(id.toString()))).get(id));
    }
}
