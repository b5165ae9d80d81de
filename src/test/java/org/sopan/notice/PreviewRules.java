package org.sopan.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Cohort;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.shared.Page;
import org.sopan.testing.CountedStatements;
import org.sopan.testing.TestDatabase;

abstract class PreviewRules {
    private static final LocalDate STARTS = LocalDate.of(2026, 11, 1);
    private static final LocalDate ENDS = LocalDate.of(2026, 12, 20);
    private static final List<String> INSTITUTES = List.of("bpatc", "nilg", "bard");
    private final TestDatabase database;
    private final NoticeRooms house;

    PreviewRules(TestDatabase database) {
        this.database = database;
        house = new NoticeRooms(database);
    }

    /** An invented mix of people, each day compared with what then happens. */
    @Test
    void foretellsExactlyWhoIsSentAReminder() {
        Random chance = new Random(20_261_122);
        Cohort cohort = house.cohort("bpatc", STARTS, ENDS, Map.of());
        for (int i = 0; i < 60; i++) {
            invent(i, chance, cohort);
        }
        Set<Integer> numbers = new HashSet<>();
        for (int day = 0; day < 40; day++) {
            house.sleep(1);
            Set<String> foretold = new TreeSet<>();
            for (String institute : INSTITUTES) {
                preview(institute, null, "send")
                        .items()
                        .forEach(item -> foretold.add(item.person().person().toString()));
            }
            house.sendReminders.run();
            Set<String> sent = new TreeSet<>(house.texts("select cast(person as varchar) from notice"
                    + " where kind = 'REMINDER' and sent_on = date '" + house.today() + "'"));
            assertThat(sent).as(house.today().toString()).isEqualTo(foretold);
            numbers.add(sent.size());
        }
        assertThat(numbers)
                .as("days with and without reminders")
                .hasSizeGreaterThan(4)
                .contains(0);
        assertThat(house.reminders()).isEqualTo(database.number("select count(*) from notice"));
        assertThat(database.number("select count(*) from notice a join notice b on a.person = b.person"
                        + " and a.sent_on < b.sent_on and a.sent_on > b.sent_on - 5"))
                .as("two to one person within five days")
                .isZero();
    }

    @Test
    void saysWhyNobodyIsReminded() {
        Cohort cohort = house.cohort("bpatc", STARTS, ENDS, Map.of());
        for (String why : List.of(
                "completed", "withdrawn", "deactivated", "unsubscribed", "nothing-due", "reminded-lately", "send")) {
            Person person = house.learner(why, "bpatc");
            EnrolmentId id = house.rooms.enrol(person, "basics", cohort);
            if (why.equals("nothing-due")) {
                database.update("update enrolment set enrolled_at = timestamp with time zone '2026-11-29 00:00:00+00'"
                        + " where id = '" + id + "'");
            } else if (why.equals("unsubscribed")) {
                database.run(() -> house.chooseNotices.choose(false));
            } else if (why.equals("completed") || why.equals("withdrawn")) {
                database.update("update enrolment set state = '" + why.toUpperCase(java.util.Locale.ROOT)
                        + "' where id = '" + id + "'");
            }
        }
        database.update("update person set active = false where email like 'deactivated%'");
        database.update("insert into notice (id, once_key, kind, person, sent_on, made_at, token_hash) select id, 'x',"
                + " 'NUDGE', id, date '2026-11-27', created_at, 'x' from person where email like 'reminded-lately%'");
        house.sleep(8);
        PreviewReminders.Preview preview = preview("bpatc", cohort.id(), null);
        assertThat(preview.items()).hasSize(7).allSatisfy(item -> assertThat(item.why() == null ? "send" : item.why())
                .isEqualTo(item.person().email().replace("@sopan.example", "")));
        assertThat(preview.items().get(0).why())
                .as("who is reminded stands first")
                .isNull();
        assertThat(preview.toSend()).isEqualTo(1);
        assertThat(preview("bpatc", null, null).items())
                .as("without a cohort those who have something open")
                .hasSize(5);
        PreviewReminders.Preview friday = previewOn("bpatc", LocalDate.of(2026, 12, 4));
        assertThat(friday.workingDay()).isFalse();
        assertThat(friday.toSend()).isZero();
        assertThat(friday.items())
                .filteredOn(item -> item.person().email().startsWith("send"))
                .extracting(PreviewReminders.Item::why)
                .containsExactly("not-a-working-day");
    }

    @Test
    void showsUnderEitherInstituteWhomARecordWasJoinedTo() {
        Person kept = house.learner("kept", "nilg");
        Person dropped = house.learner("dropped", "bpatc");
        Person third = house.learner("third", "bard");
        EnrolmentId old = house.rooms.enrol(dropped, "basics");
        EnrolmentId older = house.rooms.enrol(third, "advanced");
        database.update("update person set active = false, merged_into = '" + kept.id() + "' where id in ('"
                + dropped.id() + "', '" + third.id() + "')");
        house.sleep(8);
        for (String institute : List.of("bpatc", "bard")) {
            PreviewReminders.Item item =
                    preview(institute, null, "send").items().get(0);
            assertThat(item.person().person()).isEqualTo(kept.id());
            assertThat(item.situations())
                    .extracting(Situation::id)
                    .containsExactly(institute.equals("bpatc") ? old : older);
        }
        house.sendReminders.run();
        assertThat(house.texts("select cast(enrolment as varchar) from notice_line"))
                .containsExactlyInAnyOrder(old.toString(), older.toString());
        assertThat(house.reminders()).isEqualTo(1);
    }

    @Test
    void isSortedByNameAndComesInPages() {
        for (String name : List.of("karim", "anwara", "rahima")) {
            house.rooms.enrol(house.learner(name, "bpatc"), "basics");
        }
        PreviewReminders.Preview second = house.asCoordinator(
                "bpatc",
                () -> house.previewReminders.preview(
                        new PreviewReminders.Selection("bpatc", null, null, null, Language.EN, 1, 2)));
        assertThat(second.total()).isEqualTo(3);
        assertThat(second.items()).extracting(item -> item.person().email()).containsExactly("rahima@sopan.example");
    }

    @Test
    void tellsNobodyOfAnotherInstitutesPeople() {
        Person person = house.learner("rahima", "bpatc");
        house.rooms.enrol(person, "basics");
        database.update("update enrolment set institute = 'nilg'");
        house.rooms.enrol(person, "advanced");
        house.live(8);
        assertThat(preview("bpatc", null, null).items().get(0).situations())
                .extracting(Situation::course)
                .containsExactly("advanced");
        Page<PostedNotices.Posted> posted =
                house.asCoordinator("nilg", () -> house.postedNotices.list("nilg", null, 0, 50));
        assertThat(posted.total()).isEqualTo(1);
        assertThat(posted.items().get(0).lines())
                .extracting(PostedNotices.Line::course)
                .containsExactly("basics");
        assertNotFound("nilg", () -> house.previewReminders.preview(selection("bpatc", null, null)));
        assertNotFound("nilg", () -> house.postedNotices.list("bpatc", null, 0, 50));
        assertNotFound("nilg", () -> house.setReminderRules.ofInstitute("bpatc"));
        assertNotFound("nilg", () -> house.setReminderRules.setForInstitute("bpatc", ReminderRules.DEFAULTS));
        Cohort cohort = house.cohort("bpatc", STARTS, ENDS, Map.of("bpatc", 1));
        assertNotFound("nilg", () -> house.setReminderRules.ofCohort(cohort.id(), null));
        assertNotFound("nilg", () -> house.setReminderRules.ofCohort(cohort.id(), "bpatc"));
        assertNotFound("nilg", () -> house.previewReminders.preview(selection("nilg", cohort.id(), null)));
        Acting.learner(house.rooms.caller, person.id());
        assertThatThrownBy(() -> database.in(() -> house.previewReminders.preview(selection("bpatc", null, null))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void listsWhatWentWithTheStateOfItsMail() {
        Person rahima = house.learner("rahima", "bpatc");
        house.rooms.enrol(rahima, "basics");
        house.rooms.enrol(house.learner("karim", "bpatc"), "basics");
        house.live(7);
        Page<PostedNotices.Posted> all =
                house.asCoordinator("bpatc", () -> house.postedNotices.list("bpatc", null, 0, 1));
        assertThat(all.total()).isEqualTo(2);
        assertThat(all.items()).hasSize(1);
        Page<PostedNotices.Posted> hers =
                house.asCoordinator("bpatc", () -> house.postedNotices.list("bpatc", rahima.id(), 0, 50));
        assertThat(hers.items()).singleElement().satisfies(posted -> {
            assertThat(posted.kind()).isEqualTo("reminder");
            assertThat(posted.mail()).isEqualTo("queued");
            assertThat(posted.lines()).extracting(PostedNotices.Line::rule).containsExactly(Rule.NOT_STARTED);
        });
    }

    @Test
    void looksAheadAndNotBack() {
        assertThatThrownBy(() -> previewOn("bpatc", LocalDate.of(2026, 11, 21))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> previewOn("bpatc", LocalDate.of(2028, 11, 22))).isInstanceOf(Invalid.class);
        house.rooms.enrol(house.learner("rahima", "bpatc"), "basics");
        assertThat(previewOn("bpatc", LocalDate.of(2026, 11, 29)).toSend()).isEqualTo(1);
    }

    @Test
    void asksTheDatabaseAsOftenForTenThousandPeopleAsForOne() {
        house.rooms.enrol(house.learner("rahima", "bpatc"), "basics");
        house.sleep(8);
        List<String> forOne = statements();
        for (int i = 0; i < 10; i++) {
            addPeople(1_000, i);
        }
        assertThat(preview("bpatc", null, null).total()).isEqualTo(10_001);
        assertThat(statements()).hasSameSizeAs(forOne).hasSizeLessThanOrEqualTo(6);
    }

    private List<String> statements() {
        Acting.coordinator(house.rooms.caller, house.rooms.caller.person(), "bpatc");
        return CountedStatements.of(database, () -> house.previewReminders.preview(selection("bpatc", null, null)));
    }

    private void addPeople(int number, int thousand) {
        StringBuilder people = new StringBuilder(
                "insert into person (id, email, language, active, created_at, version," + " organization) values ");
        StringBuilder enrolments = new StringBuilder("insert into enrolment (id, person, course, institute, state,"
                + " open_key, enrolled_at, version) values ");
        for (int i = 0; i < number; i++) {
            String id = "00000000-0000-4000-8000-%012d".formatted(thousand * 1_000 + i + 1);
            people.append(i == 0 ? "" : ",")
                    .append("('%s', '%s@sopan.example', 'BN', true, current_timestamp, 1, 'bpatc')".formatted(id, id));
            enrolments
                    .append(i == 0 ? "" : ",")
                    .append(
                            "('%s', '%s', 'basics', 'bpatc', 'INVITED', '%s', timestamp with time zone '2026-11-22 04:00:00+00', 1)"
                                    .formatted(id, id, id));
        }
        database.update(people.toString());
        database.update(enrolments.toString());
    }

    private void invent(int number, Random chance, Cohort cohort) {
        String institute = INSTITUTES.get(chance.nextInt(3));
        Person person = chance.nextInt(4) == 0
                ? house.rooms.learner("p" + number, institute)
                : house.learner("p" + number, institute);
        EnrolmentId basics = house.rooms.enrol(person, "basics", chance.nextBoolean() ? cohort : null);
        if (chance.nextInt(3) == 0) {
            EnrolmentId more = house.rooms.enrol(person, "advanced");
            String elsewhere = INSTITUTES.get(chance.nextInt(3));
            database.update("update enrolment set institute = '" + elsewhere + "' where id = '" + more + "'");
        }
        if (chance.nextInt(2) == 0) {
            house.study.read(basics, "one");
        }
        switch (chance.nextInt(8)) {
            case 0 -> database.update("update person set active = false where id = '" + person.id() + "'");
            case 1 -> database.run(() -> house.chooseNotices.choose(false));
            case 2 -> database.update("update enrolment set state = 'COMPLETED' where id = '" + basics + "'");
            default -> {}
        }
    }

    private PreviewReminders.Preview preview(String institute, @Nullable CohortId cohort, @Nullable String why) {
        return house.asCoordinator(institute, () -> house.previewReminders.preview(selection(institute, cohort, why)));
    }

    private PreviewReminders.Preview previewOn(String institute, LocalDate date) {
        return house.asCoordinator(
                institute,
                () -> house.previewReminders.preview(
                        new PreviewReminders.Selection(institute, null, date, null, Language.BN, 0, 500)));
    }

    private static PreviewReminders.Selection selection(
            String institute, @Nullable CohortId cohort, @Nullable String why) {
        return new PreviewReminders.Selection(institute, cohort, null, why, Language.BN, 0, 500);
    }

    private void assertNotFound(String institute, java.util.function.Supplier<?> act) {
        assertThatThrownBy(() -> house.asCoordinator(institute, act::get)).isInstanceOf(NotFound.class);
    }
}
