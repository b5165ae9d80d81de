package org.sopan.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sopan.course.Course;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.EverEnrolled;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class KitShelfRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final KitShelf shelf;
    private final Person learner;
    private final EnrolmentId enrolment;

    KitShelfRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        shelf = new KitShelf(rooms.catalogue, new EverEnrolled(rooms.entities), rooms.caller);
        learner = rooms.learner("rahima", "bpatc");
        enrolment = rooms.enrol(learner, "basics");
    }

    /** However it ended: a trainer who left the cohort may still teach. */
    @ParameterizedTest
    @EnumSource(Enrolment.State.class)
    void staysWithWhoeverWasEverEnrolled(Enrolment.State state) {
        database.run(() -> rooms.entities
                .createNativeQuery("update enrolment set state = ?1, open_key = case when ?1 in ('INVITED', 'ACTIVE')"
                        + " then open_key else null end where id = cast(?2 as uuid)")
                .setParameter(1, state.name())
                .setParameter(2, enrolment.toString())
                .executeUpdate());
        assertThat(courses()).containsExactly("basics");
        database.run(() -> shelf.check("basics"));
    }

    @Test
    void holdsNothingOfACourseOneWasNeverIn() {
        Acting.learner(rooms.caller, rooms.learner("karim", "nilg").id());
        assertThat(courses()).isEmpty();
        assertThatThrownBy(() -> database.run(() -> shelf.check("basics")))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-kit");
    }

    @Test
    void isFoundFromTheRecordThatAnotherWasJoinedTo() {
        Acting.joined(rooms.caller, rooms.learner("rahima.new", "bpatc").id(), Set.of(learner.id()));
        assertThat(courses()).containsExactly("basics");
    }

    /** The second course has no kit, and so no place on the shelf. */
    @Test
    void isOpenToAllStaff() {
        CohortId cohort = new CohortId(rooms.randomness.id());
        for (Runnable becoming : List.<Runnable>of(
                () -> rooms.coordinator("nilg"),
                () -> rooms.administrator(),
                () -> Acting.facilitator(rooms.caller, learner.id(), cohort),
                () -> Acting.viewer(rooms.caller, learner.id(), Set.of("nilg")))) {
            becoming.run();
            assertThat(courses()).containsExactly("basics");
            database.run(() -> shelf.check("advanced"));
        }
    }

    private List<String> courses() {
        return database.in(() -> shelf.courses().stream().map(Course::id).toList());
    }
}
