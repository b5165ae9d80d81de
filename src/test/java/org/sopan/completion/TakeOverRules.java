package org.sopan.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.EnrolmentChanges;
import org.sopan.enrolment.OpenCohort;
import org.sopan.enrolment.TakeOverEnrolment;
import org.sopan.identity.Person;
import org.sopan.identity.Transfers;
import org.sopan.platform.Acting;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Neighbours;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class TakeOverRules {
    private static final LocalDate ENDS = LocalDate.of(2027, 6, 30);
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final TakeOverEnrolment takeOver;
    private final OpenCohort openCohort;
    private final Person learner;
    private final EnrolmentId enrolment;
    private final UUID transfer;
    private final PersonId coordinator;

    /** From an institute that requires both modules to one that requires the first only. */
    TakeOverRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        takeOver = new TakeOverEnrolment(
                new Transfers(rooms.entities),
                rooms.people,
                rooms.enrolments,
                new EnrolmentChanges(rooms.entities, rooms.events.of(), rooms.clock),
                rooms.caller,
                rooms.audit,
                rooms.events.of(),
                rooms.clock);
        openCohort = new OpenCohort(
                rooms.enrolments,
                rooms.organizations,
                rooms.catalogue,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        learner = rooms.learner("rahima", "bpatc");
        coordinator = rooms.coordinator("bpatc").id();
        Cohort old = cohort("bpatc", 1);
        enrolment = rooms.enrol(learner, "basics", old);
        transfer = accepted();
    }

    @Test
    void staysWithTheOldCohortUntilItIsTakenOver() {
        assertThat(rooms.enrolment(enrolment).institute()).isEqualTo("bpatc");
        asNewCoordinator();
        assertThat(database.in(() -> takeOver.waiting(transfer)))
                .extracting(Enrolment::id)
                .containsExactly(enrolment);
        Enrolment taken = takeOver(null);
        assertThat(taken.institute()).isEqualTo("nilg");
        assertThat(taken.cohort()).isNull();
        assertThat(taken.due()).isNull();
        assertThat(database.in(() -> takeOver.waiting(transfer))).isEmpty();
    }

    @Test
    void takesASeatOfTheNewInstitute() {
        asNewCoordinator();
        CohortId full = cohort("nilg", 1).id();
        Person colleague = rooms.learner("colleague", "nilg");
        rooms.enrol(colleague, "basics", database.in(() -> rooms.enrolments
                .cohort(full)
                .orElseThrow()));
        asNewCoordinator();
        assertThatThrownBy(() -> takeOver(full)).isInstanceOf(Conflict.class).hasMessage("no-seats-left");
        CohortId free = cohort("nilg", 2).id();
        Enrolment taken = takeOver(free);
        assertThat(taken.cohort()).isEqualTo(free);
        assertThat(taken.due()).isEqualTo(ENDS);
    }

    @Test
    void changesNothingTheSecondTime() {
        asNewCoordinator();
        takeOver(null);
        takeOver(null);
        CohortId other = cohort("nilg", 2).id();
        assertThatThrownBy(() -> takeOver(other)).isInstanceOf(Conflict.class).hasMessage("enrolment-taken-over");
        assertThat(database.number("select count(*) from audit_entry where action = 'enrolment-taken-over'"))
                .isEqualTo(1);
    }

    @Test
    void isTakenOverOnceByTwoAtOnce() {
        asNewCoordinator();
        AtOnce.overlap(
                database,
                () -> takeOver.takeOver(transfer, enrolment, null),
                () -> takeOver.takeOver(transfer, enrolment, null));
        assertThat(database.number("select count(*) from audit_entry where action = 'enrolment-taken-over'"))
                .isEqualTo(1);
    }

    @Test
    void completesWhenTheNewInstituteRequiresNoMore() {
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        study.take(enrolment, "m1-first", true);
        assertThat(rooms.enrolment(enrolment).isOpen()).isTrue();
        asNewCoordinator();
        assertThat(takeOver(null).state()).isEqualTo(Enrolment.State.COMPLETED);
        assertThat(database.number("select count(*) from certificate where institute = 'nilg'"))
                .isEqualTo(1);
    }

    @Test
    void isNotCompletedWhereNothingWasBegun() {
        asNewCoordinator();
        assertThat(takeOver(null).state()).isEqualTo(Enrolment.State.INVITED);
        assertThat(database.number("select count(*) from award")).isZero();
    }

    @Test
    void leavesWhatIsCompletedToTheOldInstitute() {
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        study.take(enrolment, "m1-first", true);
        study.read(enrolment, "three");
        study.take(enrolment, "m2-second", true);
        asNewCoordinator();
        assertThat(database.in(() -> takeOver.waiting(transfer))).isEmpty();
        assertThatThrownBy(() -> takeOver(null)).isInstanceOf(Conflict.class).hasMessage("enrolment-closed");
        assertThat(rooms.enrolment(enrolment).institute()).isEqualTo("bpatc");
    }

    @Test
    void passesWithThePersonToTheNextInstituteAndNoFurther() {
        Neighbours neighbours = new Neighbours(rooms);
        UUID next = neighbours.transfer(learner, "bard");
        asNewCoordinator();
        assertThatThrownBy(() -> takeOver(null)).isInstanceOf(NotFound.class).hasMessage("unknown-transfer");
        assertThatThrownBy(() -> database.in(() -> List.copyOf(takeOver.waiting(transfer))))
                .isInstanceOf(NotFound.class);
        assertThat(neighbours.waiting(next, "bard"))
                .as("still at the first institute")
                .containsExactly(enrolment);
        assertThat(neighbours.takeOver(next, enrolment, "bard", null).institute())
                .isEqualTo("bard");
        assertThat(database.number("select count(*) from enrolment_change where what = 'transferred'"))
                .isEqualTo(1);
    }

    @Test
    void goesOnlyIntoACohortThatHasTheCourseAndIsNotOver() {
        asNewCoordinator();
        CohortId over = cohort("nilg", 2).id();
        database.update("update cohort set ends = '2026-11-21' where id = '" + over + "'");
        assertThatThrownBy(() -> takeOver(over)).isInstanceOf(Conflict.class).hasMessage("cohort-over");
        database.update("update cohort set ends = '2026-11-22', course = 'advanced' where id = '" + over + "'");
        assertThatThrownBy(() -> takeOver(over)).isInstanceOf(Conflict.class).hasMessage("cohort-without-course");
        database.update("update cohort set course = 'basics' where id = '" + over + "'");
        assertThat(takeOver(over).cohort()).as("on its last day").isEqualTo(over);
    }

    @Test
    void locksTheCohortBeforeTheEnrolmentLikeWhoeverMovesOne() {
        asNewCoordinator();
        CohortId cohort = cohort("nilg", 2).id();
        CountDownLatch held = new CountDownLatch(1);
        AtOnce.run(
                () -> database.run(() -> {
                    rooms.entities.find(Cohort.class, cohort.value(), LockModeType.PESSIMISTIC_WRITE);
                    held.countDown();
                    while (!database.someoneWaits()) {
                        Thread.onSpinWait();
                    }
                    rooms.enrolments.forUpdate(enrolment);
                }),
                () -> {
                    await(held);
                    database.run(() -> takeOver.takeOver(transfer, enrolment, cohort));
                });
        assertThat(rooms.enrolment(enrolment).cohort()).isEqualTo(cohort);
    }

    @Test
    void isNotKnownToOthersNorBeforeTheTransferIsAccepted() {
        rooms.coordinator("bard");
        assertThatThrownBy(() -> takeOver(null)).isInstanceOf(NotFound.class);
        asNewCoordinator();
        EnrolmentId foreign = rooms.enrol(rooms.learner("other", "bpatc"), "basics");
        asNewCoordinator();
        assertThatThrownBy(() -> database.in(() -> takeOver.takeOver(transfer, foreign, null)))
                .isInstanceOf(NotFound.class);
        database.update("update transfer set state = 'AGREED'");
        assertThatThrownBy(() -> takeOver(null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.in(() -> List.copyOf(takeOver.waiting(transfer))))
                .isInstanceOf(NotFound.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Enrolment takeOver(@Nullable CohortId cohort) {
        return database.in(() -> takeOver.takeOver(transfer, enrolment, cohort));
    }

    private Cohort cohort(String host, int seats) {
        return database.in(() -> openCohort.open(new OpenCohort.Plan(
                host,
                "basics",
                new LocalizedText("Batch", null),
                LocalDate.of(2026, 11, 1),
                ENDS,
                Map.of(host, seats),
                null,
                null)));
    }

    private UUID accepted() {
        UUID id = rooms.randomness.id();
        database.update("insert into transfer (id, person, from_institute, to_institute, state, asked_by, asked_at,"
                + " expires_at, agreed_at, version) values ('" + id + "', '" + learner.id() + "', 'bpatc', 'nilg',"
                + " 'ACCEPTED', '" + learner.id() + "', current_timestamp, current_timestamp, current_timestamp, 1)");
        database.update("update person set organization = 'nilg' where id = '" + learner.id() + "'");
        return id;
    }

    private void asNewCoordinator() {
        Acting.coordinator(rooms.caller, coordinator, "nilg");
    }
}
