package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Enrolment.State;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Neighbours;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class EnrolmentActsRules {
    private static final String REASON = "posted elsewhere";
    private final TestDatabase database;
    private final Rooms rooms;
    private final Desk desk;
    private final Person coordinator;
    private final Cohort cohort;
    private final Person learner;
    private final EnrolmentId enrolment;

    EnrolmentActsRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        desk = new Desk(rooms);
        coordinator = rooms.coordinator("bpatc");
        cohort = desk.cohort("bpatc", null, Map.of("bpatc", 1));
        learner = rooms.learner("rahima", "bpatc");
        enrolment = rooms.enrol(learner, "basics", cohort);
        asCoordinator();
    }

    @Test
    void withdrawsWithAReasonAndFreesTheSeat() {
        assertThat(withdraw(enrolment).state()).isEqualTo(State.WITHDRAWN);
        withdraw(enrolment);
        assertThat(rooms.enrolment(enrolment).isOpen()).isFalse();
        assertThat(history()).containsExactly("enrolled", "withdrawn");
        assertThat(audited("enrolment-withdrawn")).as("the same again").isEqualTo(1);
        assertThat(rooms.events.fired(EnrolmentChanged.class)).hasSize(1);
        assertThat(desk.show(cohort.id()).taken()).isEmpty();
    }

    @Test
    void asksForAReason() {
        for (String nothing : List.of("", "  ", "\u200B")) {
            assertThatThrownBy(() -> database.in(() -> desk.withdrawEnrolment.withdraw(enrolment, nothing)))
                    .isInstanceOf(Invalid.class);
        }
        assertThat(rooms.enrolment(enrolment).isOpen()).isTrue();
    }

    @Test
    void doesNotWithdrawWhatIsCompleted() {
        complete();
        assertConflict("enrolment-completed", () -> withdraw(enrolment));
        assertConflict("enrolment-completed", () -> reinstate(enrolment));
        assertConflict("enrolment-completed", () -> move(cohort.id()));
    }

    @Test
    void letsOnlyThoseActWhoLookAfterTheInstitute() {
        rooms.coordinator("nilg");
        assertUnknown(() -> withdraw(enrolment));
        assertUnknown(() -> reinstate(enrolment));
        assertUnknown(() -> move(cohort.id()));
        assertUnknown(() -> replace(Desk.known(learner)));
        assertUnknown(() -> database.in(() -> desk.moveDue.of(enrolment, Desk.ENDS, REASON)));
        assertUnknown(() -> database.in(() -> desk.history.of(enrolment)));
        Acting.learner(rooms.caller, learner.id());
        assertUnknown(() -> withdraw(enrolment));
        assertThat(database.in(() -> desk.history.of(enrolment))).isNotEmpty();
    }

    @Test
    void letsBackInWhereTheWorkWasLeft() {
        withdraw(enrolment);
        assertThat(reinstate(enrolment).state()).isEqualTo(State.INVITED);
        rooms.clock.advance(Duration.ofHours(1));
        begin();
        rooms.clock.advance(Duration.ofHours(1));
        withdraw(enrolment);
        assertThat(reinstate(enrolment).state()).isEqualTo(State.ACTIVE);
        reinstate(enrolment);
        assertThat(rooms.enrolment(enrolment).due()).isEqualTo(Desk.ENDS);
        assertThat(history())
                .containsExactly("enrolled", "withdrawn", "reinstated", "begun", "withdrawn", "reinstated");
        assertThat(audited("enrolment-reinstated")).isEqualTo(2);
    }

    @Test
    void letsNobodyBackInWhoseSeatIsTaken() {
        withdraw(enrolment);
        rooms.enrol(rooms.learner("second", "bpatc"), "basics", cohort);
        asCoordinator();
        assertConflict("no-seats-left", () -> reinstate(enrolment));
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void letsNobodyBackInWhoIsEnrolledAgain() {
        withdraw(enrolment);
        rooms.enrol(learner, "basics");
        asCoordinator();
        assertConflict("already-enrolled", () -> reinstate(enrolment));
    }

    @Test
    void letsNobodyBackInWhoIsDeactivated() {
        withdraw(enrolment);
        database.update("update person set active = false where email = 'rahima@sopan.example'");
        assertConflict("not-active", () -> reinstate(enrolment));
    }

    @Test
    void letsSomeoneBackInWhoseRecordWasJoinedToAnother() {
        Person kept = rooms.learner("kept", "bpatc");
        Neighbours neighbours = new Neighbours(rooms);
        neighbours.merge(kept, learner);
        withdraw(enrolment);
        assertThat(reinstate(enrolment).state()).isEqualTo(State.INVITED);
        assertThat(database.in(() -> rooms.enrolments.isOpen(kept.id(), "basics")))
                .as("as the open one of the person")
                .isTrue();
        withdraw(enrolment);
        rooms.enrol(kept, "basics");
        asCoordinator();
        assertConflict("already-enrolled", () -> reinstate(enrolment));
    }

    @Test
    void givesTheLastSeatToOneOfTwoWhoComeBackAtOnce() {
        withdraw(enrolment);
        EnrolmentId second = rooms.enrol(rooms.learner("second", "bpatc"), "basics", cohort);
        asCoordinator();
        withdraw(second);
        AtomicInteger refused = new AtomicInteger();
        AtOnce.overlap(database, () -> desk.reinstateEnrolment.reinstate(enrolment, REASON), () -> {
            try {
                desk.reinstateEnrolment.reinstate(second, REASON);
            } catch (Conflict full) {
                refused.incrementAndGet();
            }
        });
        assertThat(refused).hasValue(1);
        assertThat(desk.show(cohort.id()).taken()).isEqualTo(Map.of("bpatc", 1));
    }

    @Test
    void movesAnOpenEnrolmentWithItsLastDay() {
        LocalDate later = LocalDate.of(2027, 12, 31);
        Cohort target = desk.cohort("bpatc", "basics", Map.of("bpatc", 1));
        database.update("update cohort set ends = '2027-12-31' where id = '" + target.id() + "'");
        assertThat(move(target.id()).cohort()).isEqualTo(target.id());
        move(target.id());
        assertThat(rooms.enrolment(enrolment).due()).isEqualTo(later);
        assertThat(audited("enrolment-moved")).isEqualTo(1);
        assertThat(database.in(() -> desk.history.of(enrolment)).get(1).change().details())
                .isEqualTo(
                        Map.of("from", cohort.id().toString(), "to", target.id().toString()));
    }

    @Test
    void movesOnlyToWhereThereIsASeatAndTheCourse() {
        Cohort full = desk.cohort("bpatc", null, Map.of("bpatc", 1));
        rooms.enrol(rooms.learner("second", "bpatc"), "basics", full);
        asCoordinator();
        assertConflict("no-seats-left", () -> move(full.id()));
        assertConflict(
                "cohort-without-course",
                () -> move(desk.cohort("bpatc", "advanced", Map.of()).id()));
        Cohort over = desk.cohort("bpatc", null, Map.of());
        database.update("update cohort set starts = '2026-01-01', ends = '2026-11-21' where id = '" + over.id() + "'");
        assertConflict("cohort-over", () -> move(over.id()));
        rooms.coordinator("nilg");
        Cohort others = desk.cohort("nilg", null, Map.of("nilg", 5));
        asCoordinator();
        assertThatThrownBy(() -> move(others.id())).isInstanceOf(NotFound.class).hasMessage("unknown-cohort");
        withdraw(enrolment);
        assertConflict(
                "enrolment-closed",
                () -> move(desk.cohort("bpatc", null, Map.of()).id()));
    }

    @Test
    void passesTheSeatToAColleagueBeforeTheStart() {
        ReplaceNominee.Replaced replaced = replace(Desk.newcomer("new@sopan.example"));
        assertThat(replaced.person().organization()).isEqualTo("bpatc");
        assertThat(replaced.enrolments()).extracting(Enrolment::course).containsExactly("basics");
        assertThat(replaced.enrolments()).extracting(Enrolment::cohort).containsExactly(cohort.id());
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(State.WITHDRAWN);
        assertThat(desk.show(cohort.id()).taken()).isEqualTo(Map.of("bpatc", 1));
        assertThat(database.number(
                        "select count(*) from outbox where template = 'invitation' and address = 'new@sopan.example'"))
                .isEqualTo(1);
        assertThat(history()).containsExactly("enrolled", "replaced");
        assertThat(audited("nominee-replaced")).isEqualTo(1);
        assertConflict("enrolment-closed", () -> replace(Desk.newcomer("third@sopan.example")));
        assertThat(database.number("select count(*) from person where email = 'third@sopan.example'"))
                .isZero();
    }

    @Test
    void replacesNobodyOnceTheCohortHasStartedOrTheNomineeHasBegun() {
        begin();
        assertConflict("already-begun", () -> replace(Desk.newcomer("new@sopan.example")));
        rooms.clock.set(
                Desk.STARTS.atStartOfDay(org.sopan.platform.Clocks.DHAKA).toInstant());
        assertConflict("cohort-started", () -> replace(Desk.newcomer("new@sopan.example")));
        assertThat(database.number("select count(*) from person where email = 'new@sopan.example'"))
                .isZero();
    }

    @Test
    void replacesOnlyByAColleagueWhoIsNotInTheCohort() {
        Person elsewhere = rooms.learner("elsewhere", "nilg");
        assertThatThrownBy(() -> replace(Desk.known(elsewhere)))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-person");
        assertConflict("known-elsewhere", () -> replace(Desk.newcomer("elsewhere@sopan.example")));
        database.update("update person set active = false where email = 'elsewhere@sopan.example'");
        assertConflict("known-elsewhere", () -> replace(Desk.newcomer("elsewhere@sopan.example")));
        Person colleague = rooms.learner("second", "bpatc");
        rooms.enrol(colleague, "basics");
        asCoordinator();
        assertConflict("already-enrolled", () -> replace(Desk.known(colleague)));
        EnrolmentId without = rooms.enrol(rooms.learner("third", "bpatc"), "basics");
        asCoordinator();
        assertConflict(
                "without-cohort",
                () -> database.in(() -> desk.replaceNominee.replace(without, Desk.known(colleague), REASON)));
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(State.INVITED);
    }

    @Test
    void tellsNothingOfAnotherInstitutesPersonButThatSheIsKnown() {
        Person elsewhere = rooms.learner("elsewhere", "nilg");
        Person own = rooms.learner("own", "bpatc");
        database.update("update person set active = false where email like 'elsewhere%' or email like 'own%'");
        assertConflict("known-elsewhere", () -> replace(Desk.newcomer(elsewhere.email())));
        assertConflict("not-active", () -> replace(Desk.newcomer(own.email())));
    }

    @Test
    void findsThePersonByTheAddressOfAJoinedRecord() {
        Person kept = rooms.learner("kept", "bpatc");
        Person elsewhere = rooms.learner("elsewhere", "nilg");
        Person alias = rooms.learner("alias", "bpatc");
        Person other = rooms.learner("other", "bpatc");
        Neighbours neighbours = new Neighbours(rooms);
        neighbours.merge(kept, alias);
        neighbours.merge(elsewhere, other);
        assertConflict("known-elsewhere", () -> replace(Desk.newcomer(other.email())));
        assertThat(replace(Desk.newcomer(alias.email())).person()).isEqualTo(kept);
    }

    @Test
    void passesASeatOnceWhenTwoReplaceAtOnce() {
        AtomicInteger refused = new AtomicInteger();
        AtOnce.overlap(
                database,
                () -> desk.replaceNominee.replace(enrolment, Desk.newcomer("new@sopan.example"), REASON),
                () -> {
                    try {
                        database.run(() ->
                                desk.replaceNominee.replace(enrolment, Desk.newcomer("other@sopan.example"), REASON));
                    } catch (Conflict late) {
                        refused.incrementAndGet();
                    }
                });
        assertThat(refused).hasValue(1);
        assertThat(desk.show(cohort.id()).taken()).isEqualTo(Map.of("bpatc", 1));
    }

    @Test
    void givesALaterDateToOneOrToTheOwnPeopleOfACohort() {
        LocalDate later = LocalDate.of(2027, 8, 1);
        Cohort shared = desk.cohort("bpatc", null, Map.of());
        EnrolmentId own = rooms.enrol(rooms.learner("second", "bpatc"), "basics", shared);
        EnrolmentId completed = rooms.enrol(rooms.learner("third", "bpatc"), "basics", shared);
        EnrolmentId others = rooms.enrol(rooms.learner("fourth", "nilg"), "basics", shared);
        database.update("update enrolment set state = 'COMPLETED', open_key = null where id = '" + completed + "'");
        asCoordinator();
        assertThat(moveDue(shared.id(), later)).isEqualTo(1);
        assertThat(moveDue(shared.id(), later)).as("the same again").isZero();
        assertThat(rooms.enrolment(own).due()).isEqualTo(later);
        assertThat(rooms.enrolment(completed).due()).isEqualTo(Desk.ENDS);
        assertThat(rooms.enrolment(others).due()).isEqualTo(Desk.ENDS);
        assertThat(audited("cohort-due-moved")).isEqualTo(1);
        rooms.administrator();
        assertThat(moveDue(shared.id(), later)).isEqualTo(1);
        assertThat(rooms.enrolment(others).due()).isEqualTo(later);

        asCoordinator();
        database.run(() -> desk.moveDue.of(enrolment, later, REASON));
        database.run(() -> desk.moveDue.of(enrolment, later, REASON));
        assertThat(history()).containsExactly("enrolled", "due-moved");
        assertThatThrownBy(() -> database.in(() -> desk.moveDue.of(enrolment, LocalDate.of(2026, 11, 21), REASON)))
                .isInstanceOf(Invalid.class);
        withdraw(enrolment);
        assertConflict("enrolment-closed", () -> database.in(() -> desk.moveDue.of(enrolment, Desk.ENDS, REASON)));
    }

    @Test
    void lapsesWhatIsOverdueButNeverWhatIsCompleted() {
        EnrolmentId completed = rooms.enrol(rooms.learner("second", "bpatc"), "basics", cohort);
        EnrolmentId endless = rooms.enrol(rooms.learner("third", "bpatc"), "basics");
        database.update("update enrolment set state = 'COMPLETED', open_key = null where id = '" + completed + "'");
        rooms.clock.set(endOf(Desk.ENDS.plusDays(30)));
        assertThat(lapse()).as("the last day of grace").isZero();
        rooms.clock.advance(Duration.ofSeconds(1));
        assertThat(lapse()).isEqualTo(1);
        assertThat(lapse()).isZero();
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(State.LAPSED);
        assertThat(rooms.enrolment(enrolment).isOpen()).isFalse();
        assertThat(rooms.enrolment(completed).state()).isEqualTo(State.COMPLETED);
        assertThat(rooms.enrolment(endless).state()).isEqualTo(State.INVITED);
        asCoordinator();
        assertThat(history()).containsExactly("enrolled", "lapsed");
        assertThat(audited("enrolments-lapsed")).isEqualTo(1);
    }

    @Test
    void letsALapsedOneBackInWithNewDaysOfGrace() {
        rooms.clock.set(endOf(Desk.ENDS.plusDays(31)));
        assertThat(lapse()).isEqualTo(1);
        assertThat(reinstate(enrolment).state()).isEqualTo(State.INVITED);
        assertThat(rooms.enrolment(enrolment).due()).isEqualTo(Desk.ENDS.plusDays(61));
        assertThat(lapse()).isZero();
    }

    @Test
    void doesNotLapseWhatIsCompletedMeanwhile() {
        begin();
        rooms.clock.set(endOf(Desk.ENDS.plusDays(31)));
        AtOnce.overlap(
                database,
                () -> {
                    Acting.learner(rooms.caller, learner.id());
                    rooms.enrolments.lockOwnOf(rooms.caller, enrolment).complete(rooms.clock.instant());
                    rooms.entities.flush();
                },
                () -> desk.overdue.lapse(500));
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(State.COMPLETED);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1)
                .atStartOfDay(org.sopan.platform.Clocks.DHAKA)
                .toInstant()
                .minusSeconds(1);
    }

    private void asCoordinator() {
        Acting.coordinator(rooms.caller, coordinator.id(), "bpatc");
    }

    private Enrolment withdraw(EnrolmentId id) {
        return database.in(() -> desk.withdrawEnrolment.withdraw(id, REASON));
    }

    private Enrolment reinstate(EnrolmentId id) {
        return database.in(() -> desk.reinstateEnrolment.reinstate(id, REASON));
    }

    private Enrolment move(CohortId to) {
        return database.in(() -> desk.moveEnrolment.move(enrolment, to, REASON));
    }

    private ReplaceNominee.Replaced replace(org.sopan.identity.Colleagues.Wanted by) {
        return database.in(() -> desk.replaceNominee.replace(enrolment, by, REASON));
    }

    private int moveDue(CohortId id, LocalDate due) {
        return database.in(() -> desk.moveDue.ofCohort(id, due, REASON));
    }

    private int lapse() {
        return database.in(() -> desk.overdue.lapse(500));
    }

    private void begin() {
        database.run(() -> rooms.enrolments.find(enrolment).orElseThrow().begin(rooms.clock.instant()));
    }

    private void complete() {
        begin();
        database.run(() -> rooms.enrolments.find(enrolment).orElseThrow().complete(rooms.clock.instant()));
    }

    private List<String> history() {
        return database.in(() -> desk.history.of(enrolment)).stream()
                .map(entry -> entry.change().what())
                .toList();
    }

    private long audited(String action) {
        return database.number("select count(*) from audit_entry where action = '" + action + "'");
    }

    private static void assertConflict(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Conflict.class).hasMessage(code);
    }

    private static void assertUnknown(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(NotFound.class).hasMessage("unknown-enrolment");
    }
}
