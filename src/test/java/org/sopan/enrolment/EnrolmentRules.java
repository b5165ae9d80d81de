package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Enrolment.State;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Forbidden;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;
import org.sopan.testing.MovingClock;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class EnrolmentRules {
    private static final LocalDate STARTS = LocalDate.of(2026, 11, 1);
    private static final LocalDate ENDS = LocalDate.of(2027, 6, 30);
    private final TestDatabase database;
    private final Rooms rooms;
    private final Enrol enrol;
    private final OpenCohort openCohort;
    private final ShowCohort showCohort;
    private final Person learner;

    EnrolmentRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        enrol = new Enrol(
                rooms.enrolments,
                rooms.people,
                rooms.catalogue,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        openCohort = new OpenCohort(
                rooms.enrolments,
                rooms.organizations,
                rooms.catalogue,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        showCohort = new ShowCohort(
                rooms.enrolments, new OrderDocuments(rooms.entities), rooms.roles, rooms.people, rooms.caller);
        learner = rooms.learner("rahima", "bpatc");
    }

    @Test
    void areWrittenManyAtATimeAsOneByOne() {
        Person other = rooms.learner("karim", "bpatc");
        rooms.coordinator("bpatc");
        Cohort cohort = cohort(Map.of("bpatc", 2));
        database.run(() -> rooms.enrolments.add(enrolment(learner, cohort)));
        database.run(() -> new ManyEnrolments(rooms.entities, rooms.batches).add(List.of(enrolment(other, cohort))));
        assertThat(database.different("enrolment", "id", "person", "open_key")).isEqualTo(1);
        assertThat(database.in(() -> rooms.enrolments.openAmong(List.of(learner.id(), other.id()), "basics")))
                .containsExactlyInAnyOrder(learner.id(), other.id());
    }

    private Enrolment enrolment(Person person, Cohort cohort) {
        return new Enrolment(
                new EnrolmentId(rooms.randomness.id()), person.id(), "basics", cohort, "bpatc", rooms.clock.instant());
    }

    @Test
    void keepsTheInstituteOfTheDayAndTheCohortsLastDay() {
        rooms.coordinator("bpatc");
        Cohort cohort = cohort(Map.of("bpatc", 1));
        Enrolment enrolment = enrol("basics", learner.id(), cohort.id());
        database.update("update person set organization = 'nilg'");
        Enrolment read = rooms.enrolment(enrolment.id());
        assertThat(read.institute()).isEqualTo("bpatc");
        assertThat(read.state()).isEqualTo(State.INVITED);
        assertThat(read.due()).isEqualTo(ENDS);
        assertThat(read.cohort()).isEqualTo(cohort.id());
    }

    @Test
    void beginsWithTheFirstActAndCompletesOnce() {
        EnrolmentId id = rooms.enrol(learner, "basics");
        assertThat(complete(id)).as("before it has begun").isFalse();
        begin(id);
        begin(id);
        assertThat(rooms.enrolment(id).state()).isEqualTo(State.ACTIVE);
        assertThat(complete(id)).isTrue();
        begin(id);
        assertThat(complete(id)).isFalse();
        Enrolment completed = rooms.enrolment(id);
        assertThat(completed.state()).isEqualTo(State.COMPLETED);
        assertThat(completed.completedAt()).isEqualTo(MovingClock.BEGIN);
        assertThat(completed.isOpen()).isFalse();
    }

    @Test
    void cannotBeginOnceItWasClosed() {
        EnrolmentId id = rooms.enrol(learner, "basics");
        for (String state : List.of("WITHDRAWN", "LAPSED")) {
            database.update("update enrolment set state = '" + state + "'");
            assertConflict("enrolment-closed", () -> begin(id));
        }
    }

    @Test
    void hasAtMostOneOpenPerPersonAndCourse() {
        EnrolmentId id = rooms.enrol(learner, "basics");
        assertThatThrownBy(() -> rooms.enrol(learner, "basics")).isInstanceOf(PersistenceException.class);
        rooms.enrol(learner, "advanced");
        begin(id);
        complete(id);
        rooms.enrol(learner, "basics");
        assertThat(database.number("select count(*) from enrolment where open_key is not null"))
                .isEqualTo(2);
    }

    @Test
    void refusesASecondOneWhileTheFirstIsOpen() {
        rooms.coordinator("bpatc");
        enrol("basics", learner.id(), null);
        assertConflict("already-enrolled", () -> enrol("basics", learner.id(), null));
    }

    @Test
    void asksForWhatTheCourseRequires() {
        EnrolmentId basics = rooms.enrol(learner, "basics");
        rooms.coordinator("bpatc");
        assertConflict("prerequisite-open", () -> enrol("advanced", learner.id(), null));
        begin(basics);
        assertConflict("prerequisite-open", () -> enrol("advanced", learner.id(), null));
        complete(basics);
        assertThat(enrol("advanced", learner.id(), null).state()).isEqualTo(State.INVITED);
    }

    @Test
    void letsOneselfInOnlyWhereTheCourseAllowsIt() {
        Acting.learner(rooms.caller, learner.id());
        assertThat(enrol("basics", null, null).person()).isEqualTo(learner.id());
        assertThatThrownBy(() -> enrol("advanced", null, null)).isInstanceOf(Forbidden.class);
    }

    @Test
    void doesNotLetOneselfIntoACohort() {
        rooms.coordinator("bpatc");
        CohortId cohort = cohort(Map.of()).id();
        Acting.learner(rooms.caller, learner.id());
        assertThatThrownBy(() -> enrol("basics", null, cohort)).isInstanceOf(Forbidden.class);
    }

    @Test
    void knowsNoPersonOfAnotherInstitute() {
        rooms.coordinator("nilg");
        assertThatThrownBy(() -> enrol("basics", learner.id(), null))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-person");
        Acting.learner(rooms.caller, rooms.learner("other", "bpatc").id());
        assertThatThrownBy(() -> enrol("basics", learner.id(), null)).isInstanceOf(NotFound.class);
        rooms.administrator();
        assertThat(enrol("basics", learner.id(), null)).isNotNull();
    }

    @Test
    void knowsNoSuchCourse() {
        rooms.coordinator("bpatc");
        assertThatThrownBy(() -> enrol("cooking", learner.id(), null)).isInstanceOf(Invalid.class);
    }

    @Test
    void fillsACohortsSeatsPerInstitute() {
        rooms.coordinator("bpatc");
        CohortId cohort = cohort(Map.of("bpatc", 1, "nilg", 1)).id();
        enrol("basics", learner.id(), cohort);
        PersonId second = rooms.learner("second", "bpatc").id();
        assertConflict("no-seats-left", () -> enrol("basics", second, cohort));
        PersonId elsewhere = rooms.learner("third", "nilg").id();
        PersonId without = rooms.learner("fourth", "bard").id();
        rooms.administrator();
        assertThat(enrol("basics", elsewhere, cohort)).isNotNull();
        assertThatThrownBy(() -> enrol("basics", without, cohort))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-cohort");
    }

    @Test
    void goesIntoACohortThatHasTheCourseAndIsNotOver() {
        rooms.coordinator("bpatc");
        CohortId cohort = cohort(Map.of()).id();
        database.update("update cohort set course = 'advanced'");
        assertConflict("cohort-without-course", () -> enrol("basics", learner.id(), cohort));
        database.update("update cohort set course = 'basics', ends = '2026-11-21'");
        assertConflict("cohort-over", () -> enrol("basics", learner.id(), cohort));
        database.update("update cohort set ends = '2026-11-22'");
        assertThat(enrol("basics", learner.id(), cohort).due())
                .as("on its last day")
                .isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void freesTheSeatOfOneWhoWithdrew() {
        rooms.coordinator("bpatc");
        CohortId cohort = cohort(Map.of("bpatc", 1)).id();
        enrol("basics", learner.id(), cohort);
        database.update("update enrolment set state = 'WITHDRAWN', open_key = null");
        assertThat(enrol("basics", rooms.learner("second", "bpatc").id(), cohort))
                .isNotNull();
    }

    @Test
    void takesOneSeatForSeveralCourses() {
        EnrolmentId basics = rooms.enrol(learner, "basics");
        begin(basics);
        complete(basics);
        rooms.coordinator("bpatc");
        CohortId cohort = cohort(Map.of("bpatc", 1)).id();
        enrol("basics", learner.id(), cohort);
        assertThat(enrol("advanced", learner.id(), cohort)).isNotNull();
    }

    @Test
    void showsACohortToThoseItConcerns() {
        rooms.coordinator("bpatc");
        CohortId cohort = cohort(Map.of("nilg", 2)).id();
        assertThat(database.in(() -> showCohort.show(cohort)).seats()).isEqualTo(Map.of("nilg", 2));
        rooms.coordinator("nilg");
        assertThat(database.in(showCohort::list))
                .extracting(seen -> seen.cohort().id())
                .containsExactly(cohort);
        rooms.coordinator("bard");
        assertThat(database.in(showCohort::list)).isEmpty();
        assertThatThrownBy(() -> database.in(() -> showCohort.show(cohort))).isInstanceOf(NotFound.class);
    }

    @Test
    void refusesACohortThatCannotBe() {
        rooms.coordinator("bpatc");
        assertThatThrownBy(() -> cohort(Map.of("bpatc", 0))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> cohort(Map.of("nowhere", 1))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> database.in(() -> openCohort.open(plan("bpatc", Map.of(), STARTS.minusDays(1)))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> database.in(() -> openCohort.open(plan("nilg", Map.of(), ENDS))))
                .isInstanceOf(NotFound.class);
    }

    private Cohort cohort(Map<String, Integer> seats) {
        return database.in(() -> openCohort.open(plan("bpatc", seats, ENDS)));
    }

    private static OpenCohort.Plan plan(String host, Map<String, Integer> seats, LocalDate ends) {
        return new OpenCohort.Plan(host, null, LocalizedText.of("First", "প্রথম"), STARTS, ends, seats, null, null);
    }

    private Enrolment enrol(String course, @Nullable PersonId person, @Nullable CohortId cohort) {
        return database.in(() -> enrol.enrol(course, person, cohort));
    }

    private void begin(EnrolmentId id) {
        database.run(() -> rooms.enrolments.find(id).orElseThrow().begin(rooms.clock.instant()));
    }

    private boolean complete(EnrolmentId id) {
        return database.in(() -> rooms.enrolments.find(id).orElseThrow().complete(rooms.clock.instant()));
    }

    private static void assertConflict(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Conflict.class).hasMessage(code);
    }
}
