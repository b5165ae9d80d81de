package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.assessment.Allowance;
import org.sopan.assessment.Allowances;
import org.sopan.assessment.Attempts;
import org.sopan.assessment.ForgetAllowances;
import org.sopan.assessment.GiveAllowance;
import org.sopan.enrolment.Enrolment.State;
import org.sopan.enrolment.RosterPlan.Left;
import org.sopan.enrolment.RosterPlan.Undone;
import org.sopan.identity.Invite;
import org.sopan.identity.InviteAgain;
import org.sopan.identity.Person;
import org.sopan.platform.Cursors;
import org.sopan.platform.Role;
import org.sopan.report.CountTally;
import org.sopan.report.Once;
import org.sopan.report.TallyRows;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;
import org.sopan.testing.Neighbours;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

/** What becomes of a plan that is taken back after others have done something with its people and enrolments. */
abstract class RosterAfterwardsRules {
    private static final String LIST = "email,name_en,unit,service_id\nnew@sopan.example,New,,\n";
    private static final String REASON = "flood";
    private static final LocalDate LATER = LocalDate.of(2027, 8, 1);
    private final TestDatabase database;
    private final Rooms rooms;
    private final RosterDesk roster;
    private final Desk desk;
    private final Neighbours neighbours;

    RosterAfterwardsRules(TestDatabase database) {
        this.database = database;
        roster = new RosterDesk(database);
        rooms = roster.rooms;
        desk = new Desk(rooms);
        neighbours = new Neighbours(rooms);
        rooms.events.observedBy(new ForgetAllowances(rooms.batches));
        rooms.coordinator("bpatc");
    }

    @Test
    void takesBackWhatTheOfficeDidToEnrolmentsNobodyHasBegun() {
        CohortId cohort = roster.cohort(Map.of());
        RosterPlan plan = applied(cohort);
        EnrolmentId enrolment = enrolmentOf("new@sopan.example");
        database.run(() -> desk.moveDue.ofCohort(cohort, LATER, REASON));
        database.run(() -> desk.moveDue.of(enrolment, LATER.plusDays(1), REASON));
        database.run(() -> desk.changeCohort.change(cohort, desk.terms(Map.of(), LATER), null));
        database.run(() -> desk.withdrawEnrolment.withdraw(enrolment, REASON));
        database.run(() -> desk.reinstateEnrolment.reinstate(enrolment, REASON));
        allowance(enrolment);
        assertThat(roster.undo(plan)).isEqualTo(new Undone(1, 0, 1, 1, List.of()));
        for (String table : List.of("enrolment", "enrolment_change", "quiz_allowance", "one_time_link")) {
            assertThat(database.number("select count(*) from " + table))
                    .as(table)
                    .isZero();
        }
        assertThat(database.number("select count(*) from audit_entry where subject = '" + enrolment + "'"))
                .as("who did what is kept")
                .isEqualTo(4);
    }

    @Test
    void isCountedNoMoreByReports() {
        CountTally count = new CountTally(
                new TallyRows(rooms.entities, new Once(new Doubles(rooms.entities))),
                new Cursors(database.source()),
                rooms.enrolments,
                rooms.clock);
        rooms.events.observedBy(count);
        RosterPlan plan = applied(null);
        rooms.clock.advance(Duration.ofHours(1));
        database.run(count::fold);
        assertThat(counted()).isEqualTo(1);
        roster.undo(plan);
        assertThat(counted()).isZero();
    }

    @Test
    void leavesWhatWasMovedOrWithdrawnByNameAndTheWayIn() {
        CohortId cohort = roster.cohort(Map.of());
        RosterPlan moved = applied(cohort);
        database.run(() -> desk.moveEnrolment.move(enrolmentOf("new@sopan.example"), roster.cohort(Map.of()), REASON));
        assertThat(roster.undo(moved)).isEqualTo(left("changed-since", "other-enrolments", "still-invited"));
        assertThat(waitingMail("new@sopan.example")).isEqualTo(1);

        RosterPlan withdrawn = roster.plan("bpatc", LIST.replace("new@", "other@"), cohort);
        roster.apply(withdrawn);
        EnrolmentId enrolment = enrolmentOf("other@sopan.example");
        database.run(() -> desk.withdrawEnrolment.withdraw(enrolment, REASON));
        assertThat(roster.undo(withdrawn))
                .isEqualTo(
                        new Undone(0, 0, 0, 1, List.of(new Left(2, "changed-since"), new Left(2, "other-enrolments"))));
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void leavesAPersonWhomAnotherInstituteHasAskedFor() {
        RosterPlan plan = applied(null);
        neighbours.ask(roster.person("new@sopan.example"), "nilg");
        assertThat(roster.undo(plan))
                .isEqualTo(
                        new Undone(0, 0, 1, 0, List.of(new Left(2, "still-invited"), new Left(2, "transfer-asked"))));
        assertThat(database.number("select count(*) from transfer")).isEqualTo(1);
        assertThat(waitingMail("new@sopan.example")).as("she has to answer").isEqualTo(2);
    }

    @Test
    void isNotHeldUpByARequestThatWasDeclinedOrHasExpired() {
        RosterPlan plan = applied(null);
        Person person = roster.person("new@sopan.example");
        neighbours.decline(neighbours.ask(person, "nilg"));
        neighbours.ask(person, "bard");
        database.update("update transfer set expires_at = asked_at where to_institute = 'bard'");
        assertThat(roster.undo(plan)).isEqualTo(new Undone(1, 0, 1, 1, List.of()));
        assertThat(waitingMail("new@sopan.example")).isZero();
    }

    @Test
    void neitherRemovesNorChangesWhatAnotherInstituteHasTakenOver() {
        rooms.learner("rahima", "bpatc");
        RosterPlan plan = roster.plan(LIST + "rahima@sopan.example,Rahima K,Library,\n");
        roster.apply(plan);
        Person person = roster.person("new@sopan.example");
        EnrolmentId taken = enrolmentOf("new@sopan.example");
        neighbours.takeOver(neighbours.transfer(person, "nilg"), taken, "nilg", null);
        Person rahima = roster.person("rahima@sopan.example");
        neighbours.transfer(rahima, "nilg");
        assertThat(roster.undo(plan))
                .isEqualTo(new Undone(
                        0,
                        0,
                        1,
                        0,
                        List.of(
                                new Left(2, "still-invited"),
                                new Left(2, "taken-over"),
                                new Left(3, "still-invited"),
                                new Left(3, "taken-over"))));
        assertThat(rooms.enrolment(taken).institute()).isEqualTo("nilg");
        assertThat(roster.person("rahima@sopan.example").profile().unit()).isEqualTo("Library");
        assertThat(waitingMail("new@sopan.example")).as("invitation and news").isEqualTo(3);
    }

    @Test
    void leavesWhatWasJoinedWithAnotherRecord() {
        RosterPlan plan = applied(null);
        Person twin = rooms.learner("twin", "bpatc");
        rooms.administrator();
        neighbours.merge(roster.person("new@sopan.example"), twin);
        assertThat(roster.undo(plan)).isEqualTo(left("merged", "still-invited"));
        assertThat(rooms.enrolment(enrolmentOf("new@sopan.example")).isOpen()).isTrue();
    }

    @Test
    void touchesNobodyWhoHoldsARoleByNow() {
        rooms.learner("rahima", "bpatc");
        RosterPlan plan = roster.plan(LIST + "rahima@sopan.example,Rahima K,Library,\n");
        roster.apply(plan);
        for (String email : List.of("new@sopan.example", "rahima@sopan.example")) {
            Person person = roster.person(email);
            database.run(() -> rooms.people.grant(person.id(), Role.VIEWER, "bpatc"));
        }
        assertThat(roster.undo(plan))
                .isEqualTo(new Undone(0, 0, 2, 2, List.of(new Left(2, "has-role"), new Left(3, "has-role"))));
        assertThat(roster.person("rahima@sopan.example").profile().unit()).isEqualTo("Library");
    }

    @Test
    void doesNotPutAServiceIdBackThatBelongsToSomeoneElse() {
        Person rahima = rooms.learner("rahima", "bpatc");
        Person karim = rooms.learner("karim", "bpatc");
        revise(rahima, new Person.Profile(null, null, null, null, "4711", null));
        RosterPlan plan = roster.plan("email,name_en,service_id\nrahima@sopan.example,Rahima K,4712\n");
        roster.apply(plan);
        revise(karim, new Person.Profile(null, null, null, null, "4711", null));
        assertThat(roster.undo(plan)).isEqualTo(new Undone(0, 1, 1, 1, List.of(new Left(2, "changed-since"))));
        assertThat(roster.person("rahima@sopan.example").serviceId()).isEqualTo("4712");
        assertThat(roster.person("rahima@sopan.example").profile().name()).isEqualTo(rahima.name());
    }

    @Test
    void keepsAllMailBackThatWaitsForPeopleWhoAreRemoved() {
        RosterPlan first = applied(null);
        applied(null);
        assertThat(waitingMail("new@sopan.example")).isEqualTo(2);
        assertThat(roster.undo(first).people()).isEqualTo(1);
        assertThat(waitingMail("new@sopan.example")).isZero();
    }

    @Test
    void saysThatMailHasLeftOnlyWhereItHas() {
        RosterPlan plan = applied(null);
        Person person = roster.person("new@sopan.example");
        rooms.clock.advance(Duration.ofMinutes(11));
        database.run(() -> again().send(person.id()));
        assertThat(roster.undo(plan)).isEqualTo(new Undone(1, 0, 1, 0, List.of()));

        RosterPlan second = applied(null);
        Person anew = roster.person("new@sopan.example");
        rooms.clock.advance(Duration.ofMinutes(11));
        database.run(() -> again().send(anew.id()));
        database.update("update outbox set state = 'sent' where person = '" + anew.id() + "' and state = 'queued'");
        assertThat(roster.undo(second))
                .as("another invitation than the plan's has left")
                .isEqualTo(new Undone(1, 0, 1, 0, List.of(new Left(2, "mail-sent"))));
    }

    /** A new table that names people or enrolments has to be thought of here; see the classes that take back. */
    @Test
    void knowsEveryTableThatKeepsRowsAboutWhatItRemoves() {
        assertThat(naming("enrolment"))
                .containsExactlyInAnyOrder(
                        "attempt.enrolment",
                        "award.enrolment",
                        "enrolment_change.enrolment",
                        "enrolment_progress.enrolment",
                        "lesson_reading.enrolment",
                        "quiz_allowance.enrolment",
                        "step.enrolment");
        assertThat(naming("person"))
                .containsExactlyInAnyOrder(
                        "announcement.author",
                        "approval.approved_by",
                        "approval_act.made_by",
                        "attempt.person",
                        "award.person",
                        "certificate.person",
                        "cohort.contact",
                        "correction_request.decided_by",
                        "correction_request.person",
                        "decision.made_by",
                        "email_change.person",
                        "enrolment.person",
                        "enrolment_change.made_by",
                        "notice.author",
                        "one_time_link.person",
                        "person.merged_into",
                        "person_merge.dropped",
                        "person_merge.kept",
                        "person_merge.merged_by",
                        "quiz_allowance.given_by",
                        "role_held.person",
                        "roster_plan.applied_by",
                        "roster_plan.planned_by",
                        "session_token.person",
                        "transfer.asked_by",
                        "transfer.decided_by",
                        "transfer.person");
    }

    /** Columns that name this table's rows, but for those that give way by themselves. */
    private List<String> naming(String table) {
        return database.in(() -> {
            List<?> found = rooms.entities
                    .createNativeQuery("select lower(k.table_name) || '.' || lower(k.column_name)"
                            + " from information_schema.referential_constraints c"
                            + " join information_schema.key_column_usage k on k.constraint_name = c.constraint_name"
                            + " join information_schema.table_constraints u on u.constraint_name = c.unique_constraint_name"
                            + " where lower(u.table_name) = ?1 and c.delete_rule not in ('CASCADE', 'SET NULL')")
                    .setParameter(1, table)
                    .getResultList();
            return found.stream().map(String::valueOf).distinct().toList();
        });
    }

    private RosterPlan applied(@Nullable CohortId cohort) {
        RosterPlan plan = roster.plan("bpatc", LIST, cohort);
        roster.apply(plan);
        return plan;
    }

    /** Nothing taken back, and these reasons for the first row. */
    private static Undone left(String... reasons) {
        return new Undone(
                0,
                0,
                0,
                0,
                List.of(reasons).stream().map(each -> new Left(2, each)).toList());
    }

    private EnrolmentId enrolmentOf(String email) {
        return database.in(() -> rooms.enrolments
                .of(rooms.people.byEmail(email).orElseThrow().id())
                .get(0)
                .id());
    }

    private long counted() {
        return database.number("select sum(enrolled) from tally where dimension = 'all' and institute = 'bpatc'");
    }

    private long waitingMail(String address) {
        return database.number("select count(*) from outbox where state = 'queued' and address = '" + address + "'");
    }

    private void revise(Person person, Person.Profile profile) {
        database.run(() -> rooms.people.find(person.id()).orElseThrow().revise(profile));
    }

    private void allowance(EnrolmentId enrolment) {
        GiveAllowance give = new GiveAllowance(
                rooms.enrolments,
                desk.open,
                desk.showCohort,
                new Attempts(rooms.entities),
                new Allowances(rooms.entities),
                rooms.catalogue,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        database.run(() -> give.toOne(enrolment, new Allowance.Terms("m2-second", 1, 0, REASON, null)));
    }

    private InviteAgain again() {
        return new InviteAgain(
                rooms.people,
                rooms.enrolments,
                rooms.links,
                new Invite(rooms.links, rooms.outbox, rooms.organizations, rooms.people, rooms.enrolments),
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
    }
}
