package org.sopan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Cohort;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

/** The clock stands at 22 November 2026; the cohort began on the first and ends on 31 December. */
abstract class CohortDashboardRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Reports reports;
    private final Cohort cohort;

    CohortDashboardRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        reports = new Reports(rooms, study);
        cohort = reports.cohort("bpatc", Map.of("bpatc", 20, "nilg", 20));
    }

    @Test
    void countsWhoCameHowFar() {
        enrolled("invited", "bpatc");
        EnrolmentId active = enrolled("active", "bpatc");
        study.read(active, "one");
        EnrolmentId withdrawn = enrolled("withdrawn", "bpatc");
        EnrolmentId lapsed = enrolled("lapsed", "nilg");
        complete(enrolled("done", "nilg"));
        state(withdrawn, "WITHDRAWN");
        state(lapsed, "LAPSED");
        rooms.enrol(rooms.learner("elsewhere", "bpatc"), "basics");
        CohortDashboard.Funnel funnel = administrators().funnel();
        assertThat(funnel).isEqualTo(new CohortDashboard.Funnel(5, 1, 1, 1, 1, 1, 1));
    }

    @Test
    void countsAsCertifiedOnlyWithAValidCertificate() {
        complete(enrolled("done", "nilg"));
        assertThat(administrators().funnel().certified()).isEqualTo(1);
        database.update("update certificate set status = 'REVOKED'");
        assertThat(administrators().funnel().certified()).isZero();
    }

    @Test
    void tellsModulesByWhomTheyAreRequiredOf() {
        EnrolmentId nilg = enrolled("rahima", "nilg");
        EnrolmentId bpatc = enrolled("karim", "bpatc");
        as(nilg, () -> study.read(nilg, "three"));
        as(bpatc, () -> {
            study.read(bpatc, "one");
            study.read(bpatc, "two");
            study.take(bpatc, "m1-first", true);
        });
        assertThat(administrators().perModule())
                .extracting(
                        CohortDashboard.ModuleDone::module,
                        CohortDashboard.ModuleDone::done,
                        CohortDashboard.ModuleDone::of)
                .containsExactly(tuple("m1-first", 1, 2), tuple("m2-second", 0, 1));
        assertThat(administrators().perInstitute())
                .extracting(
                        CohortDashboard.InstituteDone::institute,
                        CohortDashboard.InstituteDone::completed,
                        CohortDashboard.InstituteDone::of)
                .containsExactly(tuple("bpatc", 0, 1), tuple("nilg", 0, 1));
    }

    @Test
    void namesWhoIsIdleDueSoonOrFailing() {
        EnrolmentId idle = enrolled("idle", "bpatc");
        EnrolmentId fine = enrolled("fine", "bpatc");
        EnrolmentId failing = enrolled("failing", "bpatc");
        rooms.clock.advance(Duration.ofDays(7));
        as(fine, () -> study.read(fine, "one"));
        as(failing, () -> study.take(failing, "m1-first", false));
        as(failing, () -> study.take(failing, "m1-first", false));
        due(failing, LocalDate.of(2026, 12, 6));
        due(fine, LocalDate.of(2026, 12, 7));
        CohortDashboard.AtRisk atRisk = administrators().atRisk();
        assertThat(atRisk.items())
                .extracting(CohortDashboard.Pressing::enrolment, CohortDashboard.Pressing::reasons)
                .containsExactly(
                        tuple(failing.toString(), java.util.List.of("due-soon", "failing-quiz")),
                        tuple(idle.toString(), java.util.List.of("no-activity")));
        assertThat(atRisk.items().get(0).quiz()).isEqualTo("m1-first");
        assertThat(atRisk.total()).isEqualTo(2);
        assertThat(atRisk.reasons()).isEqualTo(Map.of("no-activity", 1, "due-soon", 1, "failing-quiz", 1));
        assertThat(dashboard(14, null).atRisk().reasons()).containsEntry("no-activity", 0);
        assertThat(dashboard(null, 30).atRisk().reasons()).containsEntry("due-soon", 2);
    }

    @Test
    void isNotAtRiskWhoHasCompletedOrGone() {
        EnrolmentId gone = enrolled("gone", "bpatc");
        complete(enrolled("done", "nilg"));
        state(gone, "WITHDRAWN");
        rooms.clock.advance(Duration.ofDays(60));
        assertThat(administrators().atRisk().total()).isZero();
    }

    @Test
    void countsIdleDaysFromTheFirstDayOfTheCohort() {
        enrolled("early", "bpatc");
        database.update("update cohort set starts = date '2026-12-01'");
        rooms.clock.advance(Duration.ofDays(15));
        assertThat(administrators().atRisk().total())
                .as("7 December, six days in")
                .isZero();
        rooms.clock.advance(Duration.ofDays(1));
        assertThat(administrators().atRisk().total()).isEqualTo(1);
    }

    @Test
    void namesFiftyAndCountsAll() {
        for (int i = 0; i < 55; i++) {
            enrolled("p" + i, "bpatc");
        }
        rooms.clock.advance(Duration.ofDays(8));
        CohortDashboard.AtRisk atRisk = administrators().atRisk();
        assertThat(atRisk.items()).hasSize(50);
        assertThat(atRisk.total()).isEqualTo(55);
    }

    @Test
    void tellsHowLongTheMiddleOneTook() {
        assertThat(administrators().medianDaysToFinish()).isNull();
        for (int days : new int[] {1, 3, 30}) {
            EnrolmentId id = enrolled("in" + days, "nilg");
            as(id, () -> study.read(id, "one"));
            rooms.clock.advance(Duration.ofDays(days));
            as(id, () -> complete(id));
        }
        assertThat(administrators().medianDaysToFinish()).isEqualTo(3);
    }

    @Test
    void showsNumbersOfAllToTheHostButNamesOnlyOfItsOwn() {
        enrolled("rahima", "nilg");
        enrolled("karim", "bpatc");
        rooms.clock.advance(Duration.ofDays(8));
        Person someone = rooms.learner("someone", "bard");
        Acting.coordinator(rooms.caller, someone.id(), "bpatc");
        CohortDashboard hosts = dashboard(null, null);
        assertThat(hosts.whole()).isTrue();
        assertThat(hosts.funnel().enrolled()).isEqualTo(2);
        assertThat(hosts.atRisk().total()).isEqualTo(2);
        assertThat(hosts.atRisk().items())
                .extracting(CohortDashboard.Pressing::institute)
                .containsExactly("bpatc");
        Acting.coordinator(rooms.caller, someone.id(), "nilg");
        CohortDashboard guests = dashboard(null, null);
        assertThat(guests.whole()).isFalse();
        assertThat(guests.funnel().enrolled()).isEqualTo(1);
        assertThat(guests.perInstitute())
                .extracting(CohortDashboard.InstituteDone::institute)
                .containsExactly("nilg");
        assertThat(guests.atRisk().total()).isEqualTo(1);
        Acting.viewer(rooms.caller, someone.id(), Set.of("bpatc"));
        assertThat(dashboard(null, null).funnel().enrolled()).isEqualTo(2);
        Acting.facilitator(rooms.caller, someone.id(), cohort.id());
        assertThat(dashboard(null, null).funnel().enrolled()).isEqualTo(2);
        assertThat(dashboard(null, null).atRisk().items()).isEmpty();
    }

    @Test
    void isNotKnownToWhomItDoesNotConcern() {
        Person someone = rooms.learner("someone", "bard");
        Acting.coordinator(rooms.caller, someone.id(), "bard");
        assertThatThrownBy(() -> dashboard(null, null)).isInstanceOf(NotFound.class);
        Acting.facilitator(rooms.caller, someone.id(), new CohortId(rooms.randomness.id()));
        assertThatThrownBy(() -> dashboard(null, null)).isInstanceOf(NotFound.class);
        Acting.administrator(rooms.caller, someone.id());
        assertThatThrownBy(() -> database.in(
                        () -> reports.cohortDashboard.show(new CohortId(rooms.randomness.id()), null, null)))
                .isInstanceOf(NotFound.class);
    }

    private CohortDashboard administrators() {
        Acting.administrator(rooms.caller, rooms.caller.person());
        return dashboard(null, null);
    }

    private CohortDashboard dashboard(
            @org.jspecify.annotations.Nullable Integer idle, @org.jspecify.annotations.Nullable Integer due) {
        return database.in(() -> reports.cohortDashboard.show(cohort.id(), idle, due));
    }

    private EnrolmentId enrolled(String name, String institute) {
        return rooms.enrol(rooms.learner(name, institute), "basics", cohort);
    }

    private void as(EnrolmentId enrolment, Runnable act) {
        Acting.learner(rooms.caller, rooms.enrolment(enrolment).person());
        act.run();
    }

    private void complete(EnrolmentId id) {
        study.read(id, "one");
        study.read(id, "two");
        study.take(id, "m1-first", true);
    }

    private void state(EnrolmentId id, String state) {
        database.update("update enrolment set state = '" + state + "', open_key = null where id = '" + id + "'");
    }

    private void due(EnrolmentId id, LocalDate due) {
        database.update("update enrolment set due = date '" + due + "' where id = '" + id + "'");
    }
}
