package org.sopan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.testing.MovingClock;
import org.sopan.testing.Neighbours;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class InstituteDashboardRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Reports reports;

    InstituteDashboardRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        reports = new Reports(rooms, study);
    }

    @Test
    void countsByMonthInDhakaWhetherCountedAlreadyOrNot() {
        someHistory();
        InstituteDashboard live = show("nilg", "2026-27", null);
        assertHistory(live);
        fold();
        assertThat(database.number("select count(*) from tally")).isPositive();
        assertThat(show("nilg", "2026-27", null)).as("some counted, some since").isEqualTo(live);
        rooms.clock.advance(Duration.ofHours(1));
        fold();
        assertThat(show("nilg", "2026-27", null)).as("all counted").isEqualTo(live);
        fold();
        assertThat(show("nilg", "2026-27", null)).as("counted twice").isEqualTo(live);
    }

    private void assertHistory(InstituteDashboard shown) {
        assertThat(shown.from()).isEqualTo("2026-07");
        assertThat(shown.to()).isEqualTo("2027-06");
        assertThat(shown.months()).hasSize(12);
        assertThat(shown.months())
                .filteredOn(month -> month.enrolled() + month.begun() + month.completed() > 0)
                .extracting(
                        InstituteDashboard.Month::month,
                        InstituteDashboard.Month::enrolled,
                        InstituteDashboard.Month::begun,
                        InstituteDashboard.Month::completed)
                .containsExactly(tuple("2026-11", 2, 1, 0), tuple("2026-12", 1, 1, 2));
        assertThat(shown.total()).isEqualTo(new InstituteDashboard.Numbers(3, 2, 2, 2, 66));
        assertThat(shown.medianDaysToFinish()).as("of 10 and 0 days").isEqualTo(5);
    }

    /** Two enrolled in November, one of them completes ten days later; one more comes and completes in December. */
    private void someHistory() {
        EnrolmentId first = rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        study.read(first, "one");
        rooms.enrol(rooms.learner("idle", "nilg"), "basics");
        rooms.enrol(rooms.learner("other", "bpatc"), "basics");
        rooms.clock.set(Instant.parse("2026-11-30T18:00:00Z"));
        EnrolmentId second = rooms.enrol(rooms.learner("karim", "nilg"), "basics");
        complete(second);
        rooms.clock.set(Instant.parse("2026-12-02T04:00:00Z"));
        as(first, () -> complete(first));
    }

    @Test
    void putsTheLastEveningOfJuneIntoTheOldFiscalYear() {
        rooms.clock.set(Instant.parse("2026-06-30T17:59:59Z"));
        rooms.enrol(rooms.learner("evening", "nilg"), "basics");
        rooms.clock.set(Instant.parse("2026-06-30T18:00:00Z"));
        rooms.enrol(rooms.learner("midnight", "nilg"), "basics");
        assertThat(show("nilg", "2025-26", null).total().enrolled()).isEqualTo(1);
        assertThat(show("nilg", null, null).from()).as("this fiscal year").isEqualTo("2026-07");
        rooms.clock.set(MovingClock.BEGIN);
        fold();
        assertThat(show("nilg", "2025-26", null).total().enrolled()).isEqualTo(1);
        assertThat(show("nilg", "২০২৬-২৭", null).total().enrolled()).isEqualTo(1);
    }

    @Test
    void groupsByCourseSexAndDesignation() {
        rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        rooms.enrol(rooms.learner("karim", "nilg"), "basics");
        rooms.enrol(rooms.learner("anwara", "nilg"), "advanced");
        database.update(
                "update person set sex = 'FEMALE', designation_en = 'Deputy Director' where email not like 'karim%'");
        for (boolean counted : new boolean[] {false, true}) {
            assertThat(show("nilg", null, "course").groups())
                    .extracting(InstituteDashboard.Group::id, group -> group.numbers()
                            .enrolled())
                    .containsExactly(tuple("basics", 2), tuple("advanced", 1));
            assertThat(show("nilg", null, "sex").groups())
                    .extracting(InstituteDashboard.Group::id, group -> group.numbers()
                            .enrolled())
                    .containsExactly(tuple("female", 2), tuple(null, 1));
            assertThat(show("nilg", null, "designation").groups())
                    .extracting(InstituteDashboard.Group::id, group -> group.numbers()
                            .enrolled())
                    .containsExactly(tuple("Deputy Director", 2), tuple(null, 1));
            assertThat(show("nilg", null, "month").groups())
                    .extracting(InstituteDashboard.Group::id)
                    .containsExactly("2026-11");
            rooms.clock.advance(Duration.ofHours(1));
            fold();
            assertThat(counted || database.number("select count(*) from tally") > 0)
                    .isTrue();
        }
    }

    @Test
    void movesWhatWasCountedWithTheEnrolment() {
        Person rahima = rooms.learner("rahima", "nilg");
        EnrolmentId id = rooms.enrol(rahima, "basics");
        study.read(id, "one");
        Neighbours neighbours = new Neighbours(rooms);
        UUID transfer = neighbours.transfer(rahima, "bard");
        rooms.clock.advance(Duration.ofHours(1));
        fold();
        neighbours.takeOver(transfer, id, "bard", null);
        assertThat(show("nilg", null, null).total()).isEqualTo(new InstituteDashboard.Numbers(0, 0, 0, 0, null));
        assertThat(show("bard", null, null).total()).isEqualTo(new InstituteDashboard.Numbers(1, 1, 0, 0, 0));
        assertThat(recount("nilg").wrong() + recount("bard").wrong()).isZero();
    }

    @Test
    void countsAnewAndTellsWhatWasWrong() {
        someHistory();
        rooms.clock.advance(Duration.ofHours(1));
        fold();
        InstituteDashboard right = show("nilg", "2026-27", "designation");
        assertThat(recount("nilg").wrong()).isZero();
        database.update("update tally set enrolled = enrolled + 1 where dimension = 'all' and institute = 'nilg'"
                + " and period = 202611");
        assertThat(show("nilg", "2026-27", "designation")).isNotEqualTo(right);
        assertThat(recount("nilg").wrong()).isEqualTo(1);
        assertThat(recount("nilg").wrong()).isZero();
        assertThat(show("nilg", "2026-27", "designation")).isEqualTo(right);
        database.update("update person set designation_en = 'Director'");
        assertThat(recount("nilg").wrong()).as("a correction is no fault").isZero();
        assertThat(show("nilg", "2026-27", "designation").groups())
                .extracting(InstituteDashboard.Group::id)
                .containsExactly("Director");
    }

    @Test
    void isForThoseWhoReadTheInstitute() {
        Person someone = rooms.learner("someone", "bard");
        Acting.viewer(rooms.caller, someone.id(), Set.of("nilg"));
        assertThat(database.in(() -> reports.instituteDashboard.show(
                                "nilg", null, null, null, ShowInstituteDashboard.By.MONTH))
                        .total()
                        .enrolled())
                .isZero();
        assertThatThrownBy(() -> database.in(() ->
                        reports.instituteDashboard.show("bpatc", null, null, null, ShowInstituteDashboard.By.MONTH)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void readsMonthsAndDaysAndRefusesOthers() {
        assertThat(Months.of(null, "2026-01", "2026-03-31", rooms.clock).each()).hasSize(3);
        assertThat(Months.of("", "২০২৬-০১", "", rooms.clock).last()).hasToString("2027-06");
        for (List<String> wrong : List.of(
                List.of("2026-13", ""), List.of("soon", ""), List.of("2027-01", "2026-01"), List.of("1026-01", ""))) {
            assertThatThrownBy(() -> Months.of(null, wrong.get(0), wrong.get(1), rooms.clock))
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> ShowInstituteDashboard.By.of("shoe-size")).isInstanceOf(Invalid.class);
    }

    @Test
    void comparesInstitutesByWhoWasEnrolledInTheYear() {
        someHistory();
        for (int i = 0; i < 5; i++) {
            rooms.enrol(rooms.learner("n" + i, "nilg"), "basics");
            rooms.enrol(rooms.learner("b" + i, "bpatc"), "basics");
        }
        Comparison comparison = compare("2026-27", null);
        assertThat(comparison.institutes())
                .extracting(Comparison.Compared::institute, Comparison.Compared::rate)
                .containsExactly(
                        tuple("bpatc", new Comparison.Rate(null, 6, 0, 0, null)),
                        tuple("nilg", new Comparison.Rate(null, 8, 2, 25, null)));
        assertThat(comparison.total()).isEqualTo(new Comparison.Rate(null, 14, 2, 14, null));
        assertThat(compare("2026-27", "advanced").institutes()).isEmpty();
        assertThat(compare("2025-26", null).institutes()).isEmpty();
    }

    @Test
    void tellsNothingOfASmallGroupNorASumThatHasIt() {
        enrol("bpatc", 20);
        enrol("nilg", 9);
        enrol("bard", 4);
        Comparison comparison = compare(null, null);
        assertThat(comparison.institutes())
                .extracting(Comparison.Compared::institute, each -> each.rate().base())
                .containsExactly(tuple("bard", null), tuple("bpatc", 20), tuple("nilg", 9));
        assertThat(comparison.institutes().get(0).rate()).isEqualTo(Comparison.Rate.SUPPRESSED);
        assertThat(comparison.total().base()).as("without the four").isEqualTo(29);
    }

    @Test
    void countsPeopleAndNotTheirEnrolments() {
        for (int i = 0; i < 3; i++) {
            Person person = rooms.learner("both" + i, "nilg");
            rooms.enrol(person, "basics");
            rooms.enrol(person, "advanced");
        }
        assertThat(compare(null, null).institutes().get(0).rate())
                .as("three people in two courses")
                .isEqualTo(Comparison.Rate.SUPPRESSED);
        database.update("update enrolment set state = 'WITHDRAWN', open_key = null where course = 'basics'");
        for (int i = 0; i < 3; i++) {
            String email = "both" + i + "@sopan.example";
            rooms.enrol(database.in(() -> rooms.people.byEmail(email)).orElseThrow(), "basics");
        }
        assertThat(compare(null, "basics").total())
                .as("three people, twice in one course")
                .isEqualTo(Comparison.Rate.SUPPRESSED);
    }

    @Test
    void cannotBeMadeToTellASmallGroupByASubtraction() {
        enrol("nilg", 20);
        enrol("bpatc", 8);
        for (int i = 0; i < 3; i++) {
            rooms.enrol(rooms.learner("few" + i, "nilg"), "advanced");
        }
        assertThat(compare(null, "advanced").institutes().get(0).rate()).isEqualTo(Comparison.Rate.SUPPRESSED);
        assertThat(base(null, 0) + base(null, 1)).isEqualTo(base("basics", 0) + base("basics", 1));
        assertThat(compare(null, null).total())
                .isEqualTo(compare(null, "basics").total());
        assertThat(base(null, 1)).as("twenty in one course, three in another").isEqualTo(20);
    }

    private int base(@Nullable String course, int place) {
        return Objects.requireNonNull(
                compare(null, course).institutes().get(place).rate().base());
    }

    @Test
    void comparesOnlyWhatAViewerReads() {
        enrol("bpatc", 6);
        enrol("nilg", 6);
        Acting.viewer(rooms.caller, rooms.caller.person(), Set.of("nilg"));
        Comparison comparison = database.in(() -> reports.compare.compare(null, null));
        assertThat(comparison.institutes())
                .extracting(Comparison.Compared::institute)
                .containsExactly("nilg");
        assertThat(comparison.total().base()).isEqualTo(6);
        Acting.learner(rooms.caller, rooms.caller.person());
        assertThatThrownBy(() -> database.in(() -> reports.compare.compare(null, null)))
                .isInstanceOf(NotFound.class);
    }

    private void enrol(String institute, int people) {
        for (int i = 0; i < people; i++) {
            rooms.enrol(rooms.learner(institute + i, institute), "basics");
        }
    }

    private Comparison compare(@Nullable String year, @Nullable String course) {
        Acting.administrator(rooms.caller, rooms.caller.person());
        return database.in(() -> reports.compare.compare(year, course));
    }

    private CountTally.Recounted recount(String institute) {
        return database.in(() -> reports.count.recount(institute));
    }

    private void fold() {
        database.run(new FoldTally(reports.count)::run);
    }

    private InstituteDashboard show(String institute, @Nullable String year, @Nullable String by) {
        Acting.coordinator(rooms.caller, rooms.caller.person(), institute);
        return database.in(
                () -> reports.instituteDashboard.show(institute, year, null, null, ShowInstituteDashboard.By.of(by)));
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
}
