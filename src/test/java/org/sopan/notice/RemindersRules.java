package org.sopan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Cohort;
import org.sopan.identity.Person;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.AtOnce;
import org.sopan.testing.TestDatabase;

/** Days are of November and December 2026; the 22nd of November is a Sunday. */
abstract class RemindersRules {
    final TestDatabase database;
    final NoticeRooms house;
    final Person learner;

    RemindersRules(TestDatabase database) {
        this.database = database;
        house = new NoticeRooms(database);
        learner = house.learner("rahima", "bpatc");
    }

    @Test
    void remindsWhoHasNotStartedAfterSevenDays() {
        house.rooms.enrol(learner, "basics");
        house.live(6);
        assertThat(house.reminders()).isZero();
        house.live(1);
        assertThat(house.remindedOn(learner.id())).containsExactly("2026-11-29");
    }

    @Test
    void remindsWhoHasDoneNothingForFourteenDays() {
        EnrolmentId id = house.rooms.enrol(learner, "basics");
        house.study.read(id, "one");
        house.sleep(5);
        house.study.begin(id, "m1-first");
        house.live(13);
        assertThat(house.reminders()).isZero();
        house.live(1);
        assertThat(house.reminders()).as("the 11th of December is a Friday").isZero();
        house.live(2);
        assertThat(house.remindedOn(learner.id())).containsExactly("2026-12-13");
    }

    @Test
    void writesToWhomARecordWasJoinedAboutWhatIsOpenUnderIt() {
        Person kept = house.learner("kept", "nilg");
        EnrolmentId id = house.rooms.enrol(learner, "basics");
        database.update("update person set active = false, merged_into = '" + kept.id() + "' where id = '"
                + learner.id() + "'");
        house.live(7);
        assertThat(house.remindedOn(kept.id())).containsExactly("2026-11-29");
        assertThat(house.texts("select address from outbox")).containsExactly("kept@sopan.example");
        assertThat(house.texts("select cast(enrolment as varchar) from notice_line"))
                .containsExactly(id.toString());
        house.rooms.enrol(kept, "advanced");
        house.live(7);
        assertThat(house.reminders()).as("of both records in one mail").isEqualTo(2);
        assertThat(house.texts("select cast(enrolment as varchar) from notice_line order by sent_on"))
                .hasSize(3);
    }

    @Test
    void keepsItsDistanceFromWhatWentToAJoinedRecord() {
        Person kept = house.learner("kept", "bpatc");
        house.rooms.enrol(learner, "basics");
        house.rooms.enrol(kept, "advanced");
        house.live(7);
        assertThat(house.reminders()).isEqualTo(2);
        database.update("update notice set sent_on = date '2026-11-20' where person = '" + kept.id() + "'");
        database.update("update person set active = false, merged_into = '" + kept.id() + "' where id = '"
                + learner.id() + "'");
        house.rooms.enrol(kept, "basics", until(house.today().plusDays(8)));
        house.live(2);
        assertThat(house.reminders()).isEqualTo(2);
    }

    @Test
    void countsAnAnswerInAnOpenAttemptAsActivity() {
        EnrolmentId id = house.rooms.enrol(learner, "basics");
        var attempt = house.study.begin(id, "m1-first");
        house.sleep(10);
        house.study.answer(attempt);
        house.live(13);
        assertThat(house.reminders()).isZero();
        house.live(1);
        assertThat(house.remindedOn(learner.id())).containsExactly("2026-12-16");
    }

    @Test
    void remindsOfTheLastDaySevenDaysAndOneDayBefore() {
        EnrolmentId id = house.rooms.enrol(learner, "basics", until(LocalDate.of(2026, 12, 9)));
        house.sleep(5);
        house.study.read(id, "one");
        house.live(12);
        assertThat(house.remindedOn(learner.id())).containsExactly("2026-12-02", "2026-12-08");
        assertThat(rules()).containsExactly("DUE_SOON 7", "DUE_SOON 1");
        house.live(10);
        assertThat(house.remindedOn(learner.id())).as("it goes on as stalled").contains("2026-12-13");
    }

    @Test
    void remindsAgainWhenTheLastDayIsMoved() {
        EnrolmentId id = house.rooms.enrol(learner, "basics", until(LocalDate.of(2026, 11, 29)));
        house.study.read(id, "one");
        house.live(2);
        assertThat(house.remindedOn(learner.id())).containsExactly("2026-11-23");
        database.update("update enrolment set due = date '2026-12-07'");
        house.live(8);
        assertThat(house.remindedOn(learner.id())).containsExactly("2026-11-23", "2026-11-30");
    }

    @Test
    void sendsNothingOnAFridayOrHolidayAndCatchesUpOnTheNextWorkingDay() {
        house.rooms.enrol(learner, "basics");
        house.asAdministrator(
                () -> house.keepHolidays.name(LocalDate.of(2026, 11, 29), new LocalizedText("Eid", "ঈদ")));
        house.live(7);
        assertThat(house.today()).hasToString("2026-11-29");
        assertThat(house.reminders()).isZero();
        house.live(1);
        assertThat(house.remindedOn(learner.id())).containsExactly("2026-11-30");
    }

    @Test
    void sendsOneMailAfterDaysWithoutAServer() {
        Cohort cohort = until(LocalDate.of(2026, 12, 15));
        EnrolmentId id = house.rooms.enrol(learner, "basics", cohort);
        house.study.read(id, "one");
        house.sleep(22);
        house.sendReminders.run();
        assertThat(house.reminders()).isEqualTo(1);
        house.live(1);
        assertThat(house.reminders()).isEqualTo(1);
    }

    @Test
    void waitsForItsHourInDhaka() {
        house.rooms.enrol(learner, "basics");
        house.rooms.clock.set(Instant.parse("2026-11-30T03:59:00Z"));
        house.sendReminders.run();
        assertThat(house.reminders()).isZero();
        house.rooms.clock.advance(Duration.ofMinutes(1));
        house.sendReminders.run();
        assertThat(house.reminders()).isEqualTo(1);
    }

    @Test
    void putsThreeRulesAndTwoCoursesIntoOneMail() {
        Cohort cohort = until(LocalDate.of(2026, 12, 14));
        EnrolmentId begun = house.rooms.enrol(learner, "basics", cohort);
        house.study.read(begun, "one");
        house.rooms.enrol(learner, "advanced");
        house.sleep(15);
        house.sendReminders.run();
        assertThat(house.reminders()).isEqualTo(1);
        assertThat(rules()).containsExactlyInAnyOrder("DUE_SOON 7", "STALLED 14", "NOT_STARTED 7");
        house.sendReminders.run();
        assertThat(house.reminders()).isEqualTo(1);
    }

    @Test
    void remindsAPersonAtMostOnceInFiveDaysWhateverIsOwed() {
        house.rooms.enrol(learner, "basics");
        house.live(4);
        house.rooms.enrol(learner, "advanced", until(LocalDate.of(2026, 12, 8)));
        house.live(4);
        assertThat(house.remindedOn(learner.id())).containsExactly("2026-11-29");
        house.live(9);
        assertThat(house.remindedOn(learner.id())).containsExactly("2026-11-29", "2026-12-06");
        assertThat(rules()).contains("DUE_SOON 7");
    }

    @Test
    void remindsThreeTimesToStartAndThenLeavesItToTheCoordinator() {
        house.rooms.enrol(learner, "basics");
        house.live(60);
        assertThat(house.remindedOn(learner.id())).containsExactly("2026-11-29", "2026-12-06", "2026-12-13");
        assertThat(why(learner)).isEqualTo("reminded-enough");
    }

    @Test
    void tellsSomeoneWhoNeverCameNothingMoreAfterThreeTimes() {
        Person never = house.rooms.learner("karim", "bpatc");
        house.rooms.enrol(never, "basics", until(LocalDate.of(2027, 1, 12)));
        house.live(60);
        assertThat(house.remindedOn(never.id())).hasSize(3);
        house.database.update("update person set password_hash = 'x'");
        house.database.update("update enrolment set due = date '2027-01-26'");
        house.live(3);
        assertThat(house.remindedOn(never.id()))
                .as("one who came is told of the last day")
                .hasSize(4);
    }

    @Test
    void beginsToCountAgainWithEachActivity() {
        EnrolmentId id = house.rooms.enrol(learner, "basics");
        house.study.read(id, "one");
        house.live(100);
        assertThat(house.remindedOn(learner.id())).hasSize(3);
        assertThat(why(learner)).isEqualTo("reminded-enough");
        house.study.read(id, "two");
        house.live(16);
        assertThat(house.remindedOn(learner.id())).hasSize(4);
    }

    @Test
    void doesNotRemindBeforeTheCohortStarts() {
        house.rooms.enrol(
                learner,
                "basics",
                house.cohort("bpatc", LocalDate.of(2027, 1, 3), LocalDate.of(2027, 6, 30), Map.of()));
        house.live(48);
        assertThat(house.reminders()).isZero();
        house.live(1);
        assertThat(house.remindedOn(learner.id())).containsExactly("2027-01-10");
    }

    @Test
    void remindsNobodyWhoIsThroughOrAwayOrWishesToBeSpared() {
        for (String state : List.of("COMPLETED", "WITHDRAWN", "LAPSED")) {
            Person person = house.learner(state, "bpatc");
            EnrolmentId id = house.rooms.enrol(person, "basics");
            database.update("update enrolment set state = '" + state + "' where id = '" + id + "'");
        }
        Person gone = house.learner("gone", "bpatc");
        house.rooms.enrol(gone, "basics");
        database.update("update person set active = false where id = '" + gone.id() + "'");
        house.rooms.enrol(learner, "basics");
        database.run(() -> house.chooseNotices.choose(false));
        house.live(30);
        assertThat(house.reminders()).isZero();
        database.run(() -> house.chooseNotices.choose(true));
        house.live(2);
        assertThat(house.reminders()).isEqualTo(1);
    }

    @Test
    void followsTheRulesOfTheInstituteAndOfTheCohort() {
        Person other = house.learner("karim", "nilg");
        Cohort cohort = house.cohort(
                "bpatc", LocalDate.of(2026, 11, 1), LocalDate.of(2027, 6, 30), Map.of("bpatc", 5, "nilg", 5));
        house.rooms.enrol(learner, "basics", cohort);
        house.rooms.enrol(learner, "advanced");
        house.rooms.enrol(other, "basics", cohort);
        house.asCoordinator("bpatc", () -> house.setReminderRules.setForInstitute("bpatc", start(false, 7)));
        house.asCoordinator("nilg", () -> house.setReminderRules.setForInstitute("nilg", start(true, 20)));
        house.asCoordinator("bpatc", () -> house.setReminderRules.setForCohort(cohort.id(), null, start(true, 2)));
        house.live(2);
        assertThat(house.remindedOn(learner.id())).containsExactly("2026-11-24");
        assertThat(rules()).containsExactly("NOT_STARTED 2");
        house.live(5);
        assertThat(house.remindedOn(other.id())).isEmpty();
        house.asCoordinator("bpatc", () -> house.setReminderRules.dropForCohort(cohort.id(), null));
        house.live(14);
        assertThat(house.remindedOn(learner.id())).hasSize(2);
        assertThat(house.remindedOn(other.id())).hasSize(1);
    }

    @Test
    void letsTwoNodesAtOnceSendOneMail() {
        for (int i = 0; i < 7; i++) {
            house.rooms.enrol(house.learner("learner" + i, "bpatc"), "basics");
        }
        house.sleep(8);
        AtOnce.run(house.job()::run, house.job()::run);
        assertThat(house.reminders()).isEqualTo(7);
        assertThat(database.number("select count(*) from notice")).isEqualTo(7);
        assertThat(database.number("select count(*) from notice_line")).isEqualTo(7);
    }

    @Test
    void goesOnAfterACrashWithThoseWhoWereNotReminded() {
        for (int i = 0; i < 450; i++) {
            house.rooms.enrol(house.rooms.learner("learner" + i, "bpatc"), "basics");
        }
        house.sleep(8);
        LocalDate today = house.today();
        assertThat(new TransactedRounds(house).remindAfter(ReminderRounds.START, today))
                .isNotNull();
        assertThat(house.reminders()).isEqualTo(200);
        house.job().run();
        assertThat(house.reminders()).isEqualTo(450);
    }

    private Cohort until(LocalDate last) {
        return house.cohort("bpatc", LocalDate.of(2026, 11, 1), last, Map.of());
    }

    private static ReminderRules start(boolean on, int days) {
        ReminderRules rules = ReminderRules.DEFAULTS;
        return new ReminderRules(rules.dueSoon(), rules.stalled(), new ReminderRules.After(on, days));
    }

    private List<String> rules() {
        return house.texts("select rule || ' ' || cast(threshold as varchar) from notice_line order by sent_on, rule");
    }

    private String why(Person person) {
        return database.in(() -> house.decideReminders.decide(Recipients.Scope.of("bpatc"), house.today())).stream()
                .filter(decision -> decision.recipient().to().person().equals(person.id()))
                .map(decision -> String.valueOf(decision.why()))
                .findFirst()
                .orElseThrow();
    }
}
