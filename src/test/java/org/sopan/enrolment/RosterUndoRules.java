package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.RosterPlan.Left;
import org.sopan.enrolment.RosterPlan.Outcome;
import org.sopan.enrolment.RosterPlan.State;
import org.sopan.enrolment.RosterPlan.Undone;
import org.sopan.identity.Person;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class RosterUndoRules {
    private static final String HEADINGS = "email,name_en,unit,service_id\n";
    private final TestDatabase database;
    private final Rooms rooms;
    private final RosterDesk desk;

    RosterUndoRules(TestDatabase database) {
        this.database = database;
        desk = new RosterDesk(database);
        rooms = desk.rooms;
        rooms.coordinator("bpatc");
    }

    @Test
    void letsInvitationsWaitTenMinutes() {
        desk.apply(desk.plan(HEADINGS + "new@sopan.example,New,,\n"));
        assertThat(rooms.woken).isEmpty();
        assertThat(due()).isZero();
        rooms.clock.advance(Duration.ofMinutes(10));
        assertThat(due()).isEqualTo(1);
    }

    @Test
    void takesBackExactlyWhatWasDone() {
        Person known = rooms.learner("rahima", "bpatc");
        rooms.learner("untouched", "bpatc");
        long people = database.number("select count(*) from person");
        RosterPlan plan = desk.plan(
                HEADINGS + "new@sopan.example,New,Training,4711\nrahima@sopan.example,Rahima K,Library,\nbad,Bad,,\n");
        assertThat(desk.apply(plan)).isEqualTo(new Outcome(1, 1, 2, 1));
        assertThat(desk.undo(plan)).isEqualTo(new Undone(1, 1, 2, 2, List.of()));
        assertThat(database.number("select count(*) from person")).isEqualTo(people);
        assertThat(database.number("select count(*) from enrolment")).isZero();
        Person after = desk.person("rahima@sopan.example");
        assertThat(after.profile()).isEqualTo(known.profile());
        assertThat(database.number("select count(*) from outbox where state <> 'suppressed'"))
                .isZero();
        assertThat(database.number("select count(*) from one_time_link where used_at is null"))
                .isZero();
        rooms.clock.advance(Duration.ofMinutes(11));
        assertThat(due()).isZero();
        assertThat(database.number("select count(*) from audit_entry where action = 'roster-undone'"
                        + " and details like '%\"institute\":\"bpatc\"%'"))
                .isEqualTo(1);
    }

    @Test
    void tellsTheSameASecondTimeAndIsNotAppliedAgain() {
        RosterPlan plan = desk.plan(HEADINGS + "new@sopan.example,New,,\n");
        assertThatThrownBy(() -> desk.undo(plan)).isInstanceOf(Conflict.class).hasMessage("plan-not-applied");
        desk.apply(plan);
        Undone undone = desk.undo(plan);
        assertThat(desk.undo(plan)).isEqualTo(undone);
        assertThatThrownBy(() -> desk.apply(plan)).isInstanceOf(Conflict.class).hasMessage("plan-undone");
        RosterPlan again = desk.plan(HEADINGS + "new@sopan.example,New,,\n");
        assertThat(desk.apply(again)).isEqualTo(new Outcome(1, 0, 1, 0));
    }

    @Test
    void leavesWhoHasBegun() {
        RosterPlan plan = desk.plan(HEADINGS + "begun@sopan.example,Begun,,\nnot@sopan.example,Not,,\n");
        desk.apply(plan);
        database.update("update person set password_hash = 'x' where email = 'begun@sopan.example'");
        database.update("update outbox set state = 'sent' where address = 'begun@sopan.example'");
        Person begun = desk.person("begun@sopan.example");
        begin(enrolmentOf(begun));
        assertThat(desk.undo(plan))
                .isEqualTo(new Undone(
                        1, 0, 1, 1, List.of(new Left(2, "begun"), new Left(2, "mail-sent"), new Left(2, "signed-up"))));
        assertThat(desk.person("begun@sopan.example")).isNotNull();
        assertThat(database.number("select count(*) from enrolment where state = 'ACTIVE'"))
                .isEqualTo(1);
    }

    @Test
    void leavesRecordsThatWereChangedSince() {
        rooms.learner("rahima", "bpatc");
        rooms.learner("karim", "bpatc");
        RosterPlan plan = desk.plan(HEADINGS + "new@sopan.example,New,,\nrahima@sopan.example,rahima,Library,\n"
                + "karim@sopan.example,Karim U,Archive,\n");
        desk.apply(plan);
        revise("new@sopan.example", new Person.Profile(null, null, "Another unit", null, null, null));
        revise("rahima@sopan.example", new Person.Profile(null, null, "Another unit", null, null, null));
        revise("karim@sopan.example", new Person.Profile(null, null, "Another unit", null, null, null));
        assertThat(desk.undo(plan))
                .isEqualTo(new Undone(
                        0,
                        1,
                        3,
                        3,
                        List.of(
                                new Left(2, "changed-since"),
                                new Left(3, "changed-since"),
                                new Left(4, "changed-since"))));
        Person karim = desk.person("karim@sopan.example");
        assertThat(karim.name()).isEqualTo(LocalizedText.of("karim", "নাম karim"));
        assertThat(karim.profile().unit()).isEqualTo("Another unit");
    }

    @Test
    void removesPeopleWhoseMailHasLeftAndSaysSo() {
        RosterPlan plan = desk.plan(HEADINGS + "new@sopan.example,New,,\n");
        desk.apply(plan);
        database.update("update outbox set state = 'sent'");
        assertThat(desk.undo(plan)).isEqualTo(new Undone(1, 0, 1, 0, List.of(new Left(2, "mail-sent"))));
        assertThat(database.number("select count(*) from one_time_link")).isZero();
    }

    @Test
    void keepsAPersonWhoIsEnrolledElsewhereMeanwhile() {
        RosterPlan plan = desk.plan(HEADINGS + "new@sopan.example,New,,\n");
        desk.apply(plan);
        rooms.enrol(desk.person("new@sopan.example"), "advanced");
        rooms.coordinator("bard");
        rooms.administrator();
        assertThat(desk.undo(plan))
                .isEqualTo(
                        new Undone(0, 0, 1, 0, List.of(new Left(2, "other-enrolments"), new Left(2, "still-invited"))));
    }

    @Test
    void doesNotTakeBackWhatOthersDidBefore() {
        rooms.enrol(rooms.learner("rahima", "bpatc"), "basics");
        rooms.coordinator("bard");
        rooms.administrator();
        rooms.clock.advance(Duration.ofMinutes(1));
        RosterPlan plan = desk.plan(HEADINGS + "rahima@sopan.example,Rahima K,,\n");
        assertThat(desk.apply(plan)).isEqualTo(new Outcome(0, 1, 0, 0));
        assertThat(desk.undo(plan)).isEqualTo(new Undone(0, 1, 0, 1, List.of()));
        assertThat(database.number("select count(*) from enrolment")).isEqualTo(1);
    }

    @Test
    void canBeUndoneForThirtyDays() {
        RosterPlan plan = desk.plan(HEADINGS + "new@sopan.example,New,,\n");
        desk.apply(plan);
        rooms.clock.advance(Duration.ofDays(30));
        assertThatThrownBy(() -> desk.undo(plan)).isInstanceOf(Conflict.class).hasMessage("plan-ended");
    }

    @Test
    void isUndoneByItsOwnInstituteOnly() {
        RosterPlan plan = desk.plan(HEADINGS + "new@sopan.example,New,,\n");
        desk.apply(plan);
        rooms.coordinator("nilg");
        assertThatThrownBy(() -> desk.undo(plan)).isInstanceOf(NotFound.class);
    }

    @Test
    void isAppliedOnceWhenTwoDoSoAtOnce() {
        RosterPlan plan = desk.plan(HEADINGS + "new@sopan.example,New,,\n");
        List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        AtOnce.overlap(
                database,
                () -> outcomes.add(desk.applyRoster.apply(plan.id())),
                () -> outcomes.add(desk.applyRoster.apply(plan.id())));
        assertThat(outcomes).containsExactly(new Outcome(1, 0, 1, 0), new Outcome(1, 0, 1, 0));
        assertThat(database.number("select count(*) from outbox")).isEqualTo(1);
    }

    @Test
    void leavesOneWhoBeginsAtTheSameMoment() {
        RosterPlan plan = desk.plan(HEADINGS + "new@sopan.example,New,,\n");
        desk.apply(plan);
        EnrolmentId enrolment = enrolmentOf(desk.person("new@sopan.example"));
        List<Undone> undone = new CopyOnWriteArrayList<>();
        AtOnce.overlap(
                database,
                () -> {
                    rooms.enrolments.find(enrolment).orElseThrow().begin(rooms.clock.instant());
                    rooms.entities.flush();
                },
                () -> undone.add(desk.undoRoster.undo(plan.id())));
        assertThat(undone.get(0).enrolments()).isZero();
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(Enrolment.State.ACTIVE);
    }

    @Test
    void showsHowFarItIs() {
        RosterPlan plan = desk.plan(HEADINGS + "new@sopan.example,New,,\nold@sopan.example,Old,,\n");
        assertThat(application(plan)).isEqualTo(new ShowRoster.Progress("planned", 0, 2, null));
        desk.progress.at(plan.id(), 1);
        assertThat(application(plan)).isEqualTo(new ShowRoster.Progress("applying", 1, 2, null));
        rooms.clock.advance(Duration.ofMinutes(3));
        assertThat(application(plan))
                .as("a node that was stopped tells nothing any more")
                .isEqualTo(new ShowRoster.Progress("planned", 0, 2, null));
        Outcome outcome = desk.apply(plan);
        assertThat(application(plan)).isEqualTo(new ShowRoster.Progress("applied", 2, 2, outcome));
        desk.undo(plan);
        assertThat(application(plan)).isEqualTo(new ShowRoster.Progress("undone", 2, 2, outcome));
    }

    @Test
    void listsTheRecentPlansOfAnInstitute() {
        RosterPlan first = desk.plan(HEADINGS + "new@sopan.example,New,,\n");
        rooms.clock.advance(Duration.ofMinutes(1));
        desk.apply(first);
        RosterPlan second = desk.plan(HEADINGS + "bad,Bad,,\n");
        var list = database.in(() -> desk.showRoster.list("bpatc", 0, 10));
        assertThat(list.total()).isEqualTo(2);
        assertThat(list.items())
                .extracting(each -> each.plan().id(), ShowRoster.Listed::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(second.id(), State.planned),
                        org.assertj.core.groups.Tuple.tuple(first.id(), State.applied));
        assertThat(list.items().get(0).plannedBy()).isNotNull();
    }

    @Test
    void forgetsTheRowsOfPlansThatHaveEnded() {
        RosterPlan waiting = desk.plan(HEADINGS + "one@sopan.example,One,,\n");
        RosterPlan applied = desk.plan(HEADINGS + "two@sopan.example,Two,,\n");
        desk.apply(applied);
        rooms.clock.advance(Duration.ofHours(24));
        database.run(desk.forgetRosters::run);
        assertThat(desk.lines(waiting)).isEmpty();
        assertThat(desk.lines(applied)).hasSize(1);
        rooms.clock.advance(Duration.ofDays(30));
        database.run(desk.forgetRosters::run);
        assertThat(desk.lines(applied)).isEmpty();
        assertThat(database.number("select count(*) from roster_act")).isZero();
        assertThat(application(applied).outcome()).isEqualTo(new Outcome(1, 0, 1, 0));
    }

    private ShowRoster.Progress application(RosterPlan plan) {
        return database.in(() -> desk.showRoster.application(plan.id()));
    }

    private long due() {
        return database.number(
                "select count(*) from outbox where state = 'queued' and due_at <= timestamp with time zone '"
                        + rooms.clock.instant() + "'");
    }

    private EnrolmentId enrolmentOf(Person person) {
        return database.in(() -> rooms.enrolments.of(person.id()).get(0).id());
    }

    private void begin(EnrolmentId id) {
        database.run(() -> rooms.enrolments.find(id).orElseThrow().begin(rooms.clock.instant()));
    }

    private void revise(String email, Person.Profile profile) {
        database.run(() -> rooms.people.byEmail(email).orElseThrow().revise(profile));
    }
}
