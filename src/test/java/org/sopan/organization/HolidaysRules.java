package org.sopan.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sopan.platform.Seeds;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class HolidaysRules {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate VICTORY_DAY = LocalDate.of(2026, 12, 16);
    private static final LocalizedText EID = new LocalizedText("Eid-ul-Fitr", "ঈদুল ফিতর");
    private final TestDatabase database;
    private final Rooms rooms;
    private final Holidays holidays;
    private final WorkingDays workingDays;
    private final KeepHolidays keepHolidays;

    HolidaysRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        holidays = new Holidays(rooms.entities);
        workingDays = new WorkingDays(holidays);
        keepHolidays = new KeepHolidays(holidays, rooms.caller, rooms.audit);
        rooms.administrator();
    }

    @Test
    void worksFromSundayToThursday() {
        assertThat(database.in(() -> SUNDAY.datesUntil(SUNDAY.plusDays(7))
                        .map(workingDays::isWorkingDay)
                        .toList()))
                .containsExactly(true, true, true, true, true, false, false);
    }

    @Test
    void knowsTheFixedHolidaysFromTheSeed() {
        seed();
        assertThat(database.in(() -> holidays.of(2026)))
                .extracting(holiday -> holiday.date().toString())
                .containsExactly("2026-02-21", "2026-03-26", "2026-04-14", "2026-05-01", "2026-12-16", "2026-12-25");
        assertThat(database.in(() -> holidays.of(2027))).hasSize(6);
        assertThat(isWorkingDay(VICTORY_DAY)).isFalse();
        assertThat(isWorkingDay(VICTORY_DAY.plusDays(1))).isTrue();
    }

    @Test
    void keepsADayThatIsAnnouncedTheEveningBefore() {
        assertThat(isWorkingDay(SUNDAY)).isTrue();
        database.run(() -> keepHolidays.name(SUNDAY, EID));
        assertThat(isWorkingDay(SUNDAY)).isFalse();
        database.run(() -> keepHolidays.remove(SUNDAY));
        assertThat(isWorkingDay(SUNDAY)).isTrue();
        database.run(() -> keepHolidays.name(SUNDAY, EID));
        assertThat(isWorkingDay(SUNDAY)).isFalse();
    }

    @Test
    void doesNotBringBackWhatAnAdministratorRemovedOrRenamed() {
        seed();
        LocalDate mayDay = LocalDate.of(2027, 5, 1);
        database.run(() -> keepHolidays.remove(VICTORY_DAY));
        database.run(() -> keepHolidays.name(mayDay, EID));
        seed();
        assertThat(isWorkingDay(VICTORY_DAY)).isTrue();
        assertThat(database.in(() -> holidays.on(mayDay)).orElseThrow().name()).isEqualTo(EID);
    }

    @Test
    void writesDownEachChangeOnce() {
        database.run(() -> keepHolidays.name(SUNDAY, EID));
        database.run(() -> keepHolidays.name(SUNDAY, EID));
        database.run(() -> keepHolidays.remove(SUNDAY));
        database.run(() -> keepHolidays.remove(SUNDAY));
        assertThat(database.number("select count(*) from audit_entry where action = 'holiday-named'"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from audit_entry where action = 'holiday-removed'"))
                .isEqualTo(1);
    }

    @Test
    void refusesAHolidayWithoutAName() {
        assertThatThrownBy(() -> database.in(() -> keepHolidays.name(SUNDAY, new LocalizedText("\u200B", null))))
                .isInstanceOf(Invalid.class);
    }

    private void seed() {
        List<Seeds.Entry> entries = Seeds.read("holidays.yaml").list("holidays");
        database.run(() -> holidays.seed(entries));
    }

    private boolean isWorkingDay(LocalDate date) {
        return database.in(() -> workingDays.isWorkingDay(date));
    }
}
