package org.sopan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.OpenCohort;
import org.sopan.enrolment.OpenEnrolments;
import org.sopan.enrolment.OrderDocuments;
import org.sopan.enrolment.ShowCohort;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class AllowanceRules {
    private static final String UNLIMITED = "m1-first";
    /** Two attempts of ten minutes. */
    private static final String LIMITED = "m2-second";

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final GiveAllowance giveAllowance;
    private final ListAllowances listAllowances;
    private final Person coordinator;
    private final Cohort cohort;
    private final Person learner;
    private final EnrolmentId enrolment;

    AllowanceRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        ShowCohort showCohort = new ShowCohort(
                rooms.enrolments, new OrderDocuments(rooms.entities), rooms.roles, rooms.people, rooms.caller);
        Allowances allowances = new Allowances(rooms.entities);
        giveAllowance = new GiveAllowance(
                rooms.enrolments,
                new OpenEnrolments(rooms.entities),
                showCohort,
                new Attempts(rooms.entities),
                allowances,
                rooms.catalogue,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        listAllowances = new ListAllowances(rooms.enrolments, showCohort, allowances, rooms.people, rooms.caller);
        coordinator = rooms.coordinator("bpatc");
        OpenCohort openCohort = new OpenCohort(
                rooms.enrolments,
                rooms.organizations,
                rooms.catalogue,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        cohort = database.in(() -> openCohort.open(new OpenCohort.Plan(
                "bpatc",
                null,
                LocalizedText.of("First", "প্রথম"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2027, 6, 30),
                Map.of(),
                null,
                null)));
        learner = rooms.learner("rahima", "bpatc");
        enrolment = rooms.enrol(learner, "basics", cohort);
    }

    @Test
    void givesOnePersonAnExtraAttempt() {
        fail(enrolment);
        fail(enrolment);
        assertConflict("no-attempts-left", () -> study.begin(enrolment, LIMITED));
        toOne(1, 0);
        asLearner();
        assertThat(study.take(enrolment, LIMITED, true).number()).isEqualTo(3);
        assertConflict("no-attempts-left", () -> study.begin(enrolment, LIMITED));
        EnrolmentId other = rooms.enrol(rooms.learner("other", "bpatc"), "basics", cohort);
        fail(other);
        fail(other);
        assertConflict("no-attempts-left", () -> study.begin(other, LIMITED));
    }

    @Test
    void givesExtraTimeToLaterAttempts() {
        toOne(0, 15);
        toOne(0, 5);
        asLearner();
        UUID attempt = study.begin(enrolment, LIMITED);
        assertThat(deadline(attempt)).isEqualTo(rooms.clock.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void movesTheDeadlineOfAnAttemptThatIsNotOver() {
        asLearner();
        UUID attempt = study.begin(enrolment, LIMITED);
        Instant before = deadline(attempt);
        rooms.clock.advance(TEN_MINUTES);
        toOne(0, 5);
        assertThat(deadline(attempt)).as("at its last moment").isEqualTo(before.plus(Duration.ofMinutes(5)));
        rooms.clock.advance(TEN_MINUTES);
        toOne(0, 60);
        assertThat(deadline(attempt)).as("once it is over").isEqualTo(before.plus(Duration.ofMinutes(5)));
    }

    @Test
    void reachesAnAttemptThatIsBegunAtTheSameMoment() {
        AtOnce.overlap(
                database,
                () -> {
                    asLearner();
                    study.startAttempt.start(enrolment, LIMITED);
                    rooms.entities.flush();
                    asCoordinator();
                },
                () -> giveAllowance.toOne(enrolment, terms(LIMITED, 0, 15)));
        assertThat(database.number("select count(*) from attempt where deadline > started_at"))
                .isEqualTo(1);
        asLearner();
        UUID attempt = study.begin(enrolment, LIMITED);
        assertThat(deadline(attempt)).isEqualTo(rooms.clock.instant().plus(Duration.ofMinutes(25)));
    }

    @Test
    void givesTheOwnPeopleOfACohortMoreAndLeavesOthersAsTheyAre() {
        EnrolmentId others = rooms.enrol(rooms.learner("other", "nilg"), "basics", cohort);
        UUID theirs = study.begin(others, LIMITED);
        asLearner();
        UUID own = study.begin(enrolment, LIMITED);
        Instant before = deadline(own);
        asCoordinator();
        toCohort(1, 5);
        asLearner();
        assertThat(deadline(own)).isEqualTo(before.plus(Duration.ofMinutes(5)));
        assertThat(deadline(theirs)).isEqualTo(before);
        rooms.administrator();
        toCohort(0, 5);
        assertThat(deadline(theirs)).isEqualTo(before.plus(Duration.ofMinutes(5)));
        asLearner();
        study.submit(own);
        fail(enrolment);
        fail(enrolment);
        assertConflict("no-attempts-left", () -> study.begin(enrolment, LIMITED));
    }

    @Test
    void countsForThoseWhoJoinTheCohortLater() {
        asCoordinator();
        toCohort(0, 5);
        EnrolmentId late = rooms.enrol(rooms.learner("late", "bpatc"), "basics", cohort);
        assertThat(deadline(study.begin(late, LIMITED)))
                .isEqualTo(rooms.clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void givesOnceWhatIsSentTwice() {
        asCoordinator();
        Allowance.Terms once = new Allowance.Terms(LIMITED, 1, 0, "power cut", "first-click");
        Allowance.Terms another = new Allowance.Terms(LIMITED, 1, 0, "power cut", "next-day");
        AtOnce.overlap(
                database, () -> giveAllowance.toOne(enrolment, once), () -> giveAllowance.toOne(enrolment, once));
        database.run(() -> giveAllowance.toOne(enrolment, another));
        assertThat(database.number("select count(*) from quiz_allowance")).isEqualTo(2);
        database.update("update enrolment set state = 'WITHDRAWN', open_key = null");
        database.run(() -> giveAllowance.toOne(enrolment, once));
        AtOnce.overlap(
                database,
                () -> {
                    giveAllowance.toCohort(cohort.id(), once);
                    rooms.entities.flush();
                },
                () -> giveAllowance.toCohort(cohort.id(), once));
        assertThat(database.number("select count(*) from quiz_allowance")).isEqualTo(3);
        assertThat(database.number("select count(*) from audit_entry where action like '%allowance-given'"))
                .isEqualTo(3);
    }

    @Test
    void addsUpWhatWasGivenOneAfterTheOther() {
        toOne(1, 0);
        toOne(1, 0);
        toCohort(0, 5);
        List<ListAllowances.Given> given = database.in(() -> listAllowances.of(enrolment));
        assertThat(given).extracting(each -> each.allowance().attempts()).containsExactlyInAnyOrder(1, 1, 0);
        assertThat(given).extracting(ListAllowances.Given::by).containsOnly(coordinator);
        assertThat(database.in(() -> listAllowances.of(cohort.id()))).hasSize(1);
        asLearner();
        assertThat(database.in(() -> listAllowances.of(enrolment))).hasSize(3);
        assertThat(database.number("select count(*) from audit_entry where action = 'allowance-given'"))
                .isEqualTo(2);
        assertThat(database.number("select count(*) from audit_entry where action = 'cohort-allowance-given'"))
                .isEqualTo(1);
    }

    @Test
    void isGivenByThoseWhoLookAfterTheInstituteOnly() {
        asLearner();
        assertThatThrownBy(() -> database.run(() -> giveAllowance.toOne(enrolment, terms(LIMITED, 1, 0))))
                .isInstanceOf(NotFound.class);
        Person elsewhere = rooms.coordinator("nilg");
        assertThatThrownBy(() -> database.run(() -> giveAllowance.toOne(enrolment, terms(LIMITED, 1, 0))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.in(() -> listAllowances.of(enrolment)))
                .isInstanceOf(NotFound.class);
        Acting.facilitator(rooms.caller, elsewhere.id(), cohort.id());
        assertThatThrownBy(() -> database.run(() -> giveAllowance.toCohort(cohort.id(), terms(LIMITED, 1, 0))))
                .isInstanceOf(NotFound.class);
        assertThat(database.in(() -> listAllowances.of(cohort.id()))).isEmpty();
    }

    @Test
    void refusesWhatWouldChangeNothing() {
        assertRefused(UNLIMITED, 1, 0);
        assertRefused(UNLIMITED, 0, 5);
        assertRefused(LIMITED, 0, 0);
        assertRefused("cooking", 1, 0);
        database.update("update enrolment set state = 'WITHDRAWN', open_key = null");
        assertConflict("enrolment-closed", () -> toOne(1, 0));
        assertThat(database.number("select count(*) from quiz_allowance")).isZero();
    }

    private void assertRefused(String quiz, int attempts, int minutes) {
        asCoordinator();
        assertThatThrownBy(() -> database.run(() -> giveAllowance.toOne(enrolment, terms(quiz, attempts, minutes))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(
                        () -> database.run(() -> giveAllowance.toCohort(cohort.id(), terms(quiz, attempts, minutes))))
                .isInstanceOf(Invalid.class);
    }

    private static Allowance.Terms terms(String quiz, int attempts, int minutes) {
        return new Allowance.Terms(quiz, attempts, minutes, "power cut", null);
    }

    private void toOne(int attempts, int minutes) {
        asCoordinator();
        database.run(() -> giveAllowance.toOne(enrolment, terms(LIMITED, attempts, minutes)));
    }

    private void toCohort(int attempts, int minutes) {
        database.run(() -> giveAllowance.toCohort(cohort.id(), terms(LIMITED, attempts, minutes)));
    }

    private void asCoordinator() {
        Acting.coordinator(rooms.caller, coordinator.id(), "bpatc");
    }

    private void asLearner() {
        Acting.learner(rooms.caller, learner.id());
    }

    private void fail(EnrolmentId id) {
        Acting.learner(rooms.caller, rooms.enrolment(id).person());
        study.take(id, LIMITED, false);
    }

    private Instant deadline(UUID attempt) {
        return Objects.requireNonNull(
                database.in(() -> rooms.entities.find(Attempt.class, attempt)).deadline());
    }

    private static void assertConflict(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Conflict.class).hasMessage(code);
    }
}
