package org.sopan.notice;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.OpenCohort;
import org.sopan.identity.Person;
import org.sopan.organization.Holidays;
import org.sopan.organization.KeepHolidays;
import org.sopan.organization.WorkingDays;
import org.sopan.platform.Acting;
import org.sopan.platform.Identified;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

/** The room of notices wired by hand over the others, and what its tests do again and again. */
final class NoticeRooms {
    final TestDatabase database;
    final Rooms rooms;
    final Study study;
    final KeepHolidays keepHolidays;
    final WorkingDays workingDays;
    final Recipients recipients;
    final ReminderRuleSets sets;
    final DecideReminders decideReminders;
    final ReminderText text;
    final Notices notices;
    final NoticeChoices choices;
    final ChooseNotices chooseNotices;
    final SetReminderRules setReminderRules;
    final PreviewReminders previewReminders;
    final PostedNotices postedNotices;
    final SendReminders sendReminders;
    final Nudge nudge;
    final Announcements announcements;
    final Addressees addressees;
    final AnnouncementRounds plainMailing;
    final AnnouncementRounds mailing;
    final MailAnnouncements mailAnnouncements;
    final Announce announce;
    final ReadAnnouncements readAnnouncements;

    NoticeRooms(TestDatabase database) {
        this(database, Map.of());
    }

    NoticeRooms(TestDatabase database, Map<String, String> set) {
        this.database = database;
        rooms = new Rooms(database, set).withCourses();
        study = new Study(rooms);
        Holidays holidays = new Holidays(rooms.entities);
        keepHolidays = new KeepHolidays(holidays, rooms.caller, rooms.audit);
        workingDays = new WorkingDays(holidays);
        recipients = new Recipients(rooms.entities);
        sets = new ReminderRuleSets(rooms.entities);
        decideReminders = new DecideReminders(recipients, sets, workingDays, rooms.settings);
        text = new ReminderText(rooms.catalogue, rooms.organizations, rooms.settings);
        notices =
                new Notices(rooms.entities, rooms.batches, rooms.outbox, rooms.randomness, rooms.clock, rooms.settings);
        choices = new NoticeChoices(rooms.entities, rooms.clock);
        chooseNotices = new ChooseNotices(choices, notices, rooms.caller, rooms.audit);
        setReminderRules = new SetReminderRules(sets, rooms.organizations, rooms.enrolments, rooms.caller, rooms.audit);
        previewReminders = new PreviewReminders(
                decideReminders, workingDays, rooms.organizations, rooms.enrolments, rooms.caller, rooms.clock);
        postedNotices = new PostedNotices(rooms.entities, rooms.batches, rooms.organizations, rooms.caller);
        sendReminders = job();
        addressees = new Addressees(rooms.entities);
        nudge = new Nudge(
                addressees,
                notices,
                rooms.people,
                rooms.organizations,
                rooms.enrolments,
                rooms.caller,
                rooms.audit,
                rooms.clock,
                rooms.settings);
        CohortScope scope = new CohortScope(rooms.enrolments, rooms.caller);
        announcements = new Announcements(rooms.entities, rooms.batches, rooms.randomness);
        announce = new Announce(
                announcements, addressees, notices, scope, rooms.caller, rooms.audit, rooms.clock, rooms.woken::add);
        plainMailing = new AnnouncementRounds(
                rooms.entities, announcements, addressees, notices, rooms.enrolments, rooms.people, rooms.settings);
        mailing = new TransactedMailing(this);
        mailAnnouncements = new MailAnnouncements(mailing);
        readAnnouncements =
                new ReadAnnouncements(announcements, rooms.enrolments, rooms.people, scope, rooms.caller, rooms.clock);
    }

    /** The job as another node would run it. */
    SendReminders job() {
        return new SendReminders(new TransactedRounds(this), rooms.clock, rooms.settings);
    }

    /** A learner who has chosen a password. */
    Person learner(String name, String institute) {
        Person person = rooms.learner(name, institute);
        database.update("update person set password_hash = 'x' where id = '" + person.id() + "'");
        return person;
    }

    Cohort cohort(String host, LocalDate starts, LocalDate ends, Map<String, Integer> seats) {
        return asAdministrator(() -> new OpenCohort(
                        rooms.enrolments,
                        rooms.organizations,
                        rooms.catalogue,
                        rooms.caller,
                        rooms.audit,
                        rooms.randomness,
                        rooms.clock)
                .open(new OpenCohort.Plan(
                        host, "basics", new LocalizedText("First", "প্রথম"), starts, ends, seats, null, null)));
    }

    <T> T asAdministrator(java.util.function.Supplier<T> act) {
        return as(() -> Acting.administrator(rooms.caller, rooms.caller.person()), act);
    }

    /** Done by the institute's coordinator; whoever called before goes on calling afterwards. */
    <T> T asCoordinator(String institute, java.util.function.Supplier<T> act) {
        return as(() -> Acting.coordinator(rooms.caller, rooms.caller.person(), institute), act);
    }

    private <T> T as(Runnable role, java.util.function.Supplier<T> act) {
        Identified before = rooms.caller.identified().orElseThrow();
        role.run();
        try {
            return database.in(act);
        } finally {
            Acting.again(rooms.caller, before);
        }
    }

    LocalDate today() {
        return Notices.day(rooms.clock.instant());
    }

    /** Lets days pass, the time of day staying. */
    void sleep(int days) {
        rooms.clock.advance(Duration.ofDays(days));
    }

    /** Lets days pass, running the job on each. */
    void live(int days) {
        for (int i = 0; i < days; i++) {
            sleep(1);
            sendReminders.run();
        }
    }

    /** Whether an announcement's mail is still to be queued. */
    boolean isMailDue() {
        return database.number("select count(*) from announcement where mail_after is not null") > 0;
    }

    long reminders() {
        return database.number("select count(*) from outbox where template = 'reminder'");
    }

    List<String> remindedOn(PersonId person) {
        return texts("select cast(sent_on as varchar) from notice where kind = 'REMINDER' and person = '" + person
                + "' order by sent_on");
    }

    List<String> texts(String sql) {
        return database.in(() -> {
            List<?> found = rooms.entities.createNativeQuery(sql).getResultList();
            return found.stream().map(String::valueOf).toList();
        });
    }
}
