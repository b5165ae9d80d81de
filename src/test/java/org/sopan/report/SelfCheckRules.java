package org.sopan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.shared.EnrolmentId;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class SelfCheckRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final CheckReports check;
    private final Reports reports;

    SelfCheckRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        reports = new Reports(rooms, study);
        check = new CheckReports(reports.rebuild, reports.count, rooms.organizations);
    }

    @Test
    void findsNothingWrongAfterOrdinaryDays() {
        someDays();
        CheckReports.Found found = check();
        assertThat(found.wrong()).isZero();
        assertThat(found.checked()).as("three that have begun, and counts").isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update enrolment_progress set cells = 'd,d,d' where done = 1",
                "update enrolment_progress set done = 3 where done = 1",
                "update enrolment_progress set total = 1 where done = 1",
                "update enrolment_progress set failing = null where failing is not null",
                "update enrolment_progress set last_activity_at = null where done = 1",
                "update enrolment_progress set release = 'none' where done = 1",
                "delete from enrolment_progress where done = 1",
                "update tally set completed = 7 where dimension = 'all' and begun = 2",
                "delete from tally where dimension = 'all' and begun = 2"
            })
    void findsAndRepairsABrokenRow(String sabotage) {
        someDays();
        assertThat(database.update(sabotage)).isEqualTo(1);
        assertThat(check())
                .extracting(CheckReports.Found::wrong, CheckReports.Found::repaired)
                .containsExactly(1, 1);
        assertThat(check().wrong()).isZero();
    }

    @Test
    void runsOnceADayAfterTwoInTheNight() {
        someDays();
        NightlyCheck nightly = new NightlyCheck(check, rooms.clock);
        rooms.clock.set(Instant.parse("2026-11-23T19:59:00Z"));
        sabotage();
        database.run(nightly::run);
        assertThat(isRepaired()).as("two minutes before two").isFalse();
        rooms.clock.advance(Duration.ofMinutes(2));
        database.run(nightly::run);
        assertThat(isRepaired()).isTrue();
        sabotage();
        database.run(nightly::run);
        assertThat(isRepaired()).as("again in the same night").isFalse();
        rooms.clock.advance(Duration.ofDays(1));
        database.run(nightly::run);
        assertThat(isRepaired()).isTrue();
    }

    private void sabotage() {
        database.update("update enrolment_progress set done = 9");
    }

    private boolean isRepaired() {
        return database.number("select count(*) from enrolment_progress where done = 9") == 0;
    }

    /** Rahima reads a lesson, Karim fails a quiz twice, someone only begins one; then the counts are taken. */
    private void someDays() {
        EnrolmentId rahima = rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        study.read(rahima, "one");
        EnrolmentId karim = rooms.enrol(rooms.learner("karim", "nilg"), "basics");
        study.take(karim, "m1-first", false);
        study.take(karim, "m1-first", false);
        study.begin(rooms.enrol(rooms.learner("began", "bpatc"), "basics"), "m1-first");
        rooms.clock.advance(Duration.ofHours(1));
        database.run(new FoldTally(reports.count)::run);
    }

    private CheckReports.Found check() {
        return database.in(check::check);
    }
}
