package org.sopan.enrolment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterLine.Decision;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.RosterPlan.Outcome;
import org.sopan.enrolment.RosterPlan.Undone;
import org.sopan.enrolment.RosterRow.CellError;
import org.sopan.identity.BuiltUpon;
import org.sopan.identity.Invite;
import org.sopan.identity.Person;
import org.sopan.mail.CallBack;
import org.sopan.shared.CohortId;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

/** What a coordinator has on her desk: all that can be done with a roster, wired by hand. */
final class RosterDesk {
    final TestDatabase database;
    final Rooms rooms;
    final RosterRows rows;
    final RosterPlans plans;
    final RosterProgress progress;
    final Printings printings = new Printings();
    final PlanRoster planRoster;
    final DecideRoster decideRoster;
    final ShowRoster showRoster;
    final ApplyRoster applyRoster;
    final UndoRoster undoRoster;
    final ForgetRosters forgetRosters;

    RosterDesk(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        rows = new RosterRows(rooms.entities, rooms.batches);
        plans = new RosterPlans(rooms.entities, rooms.caller);
        progress = new TransactedProgress(rooms);
        RosterPeople people = new RosterPeople(rooms.people, printings);
        SortRoster sort = new SortRoster(rooms.entities, rooms.people, people, rows);
        planRoster = new PlanRoster(
                rooms.entities,
                rows,
                sort,
                rooms.enrolments,
                rooms.organizations,
                rooms.caller,
                rooms.randomness,
                rooms.clock);
        decideRoster = new DecideRoster(plans, rows, sort, rooms.caller, rooms.audit, rooms.clock);
        showRoster = new ShowRoster(plans, rows, rooms.enrolments, rooms.people, progress, rooms.caller, rooms.clock);
        ManyEnrolments many = new ManyEnrolments(rooms.entities, rooms.batches);
        RosterActs acts = new RosterActs(rooms.entities, rooms.batches);
        Invite invite = new Invite(rooms.links, rooms.outbox, rooms.organizations, rooms.people, rooms.enrolments);
        applyRoster = new ApplyRoster(
                rooms.entities,
                plans,
                rows,
                new CheckRows(rooms.entities, rows, people, rooms.enrolments),
                new ApplyRows(
                        rooms.entities,
                        rooms.people,
                        many,
                        invite,
                        acts,
                        rooms.settings,
                        rooms.randomness,
                        rooms.clock),
                rooms.enrolments,
                rooms.catalogue,
                progress,
                rooms.events.of(),
                rooms.caller,
                rooms.audit,
                rooms.clock);
        undoRoster = new UndoRoster(plans, takeBack(acts, invite), rooms.caller, rooms.audit, rooms.clock);
        forgetRosters = new ForgetRosters(rooms.entities, plans, rows, rooms.clock);
    }

    private TakeBack takeBack(RosterActs acts, Invite invite) {
        BuiltUpon builtUpon = new BuiltUpon(rooms.entities, rooms.batches, rooms.clock);
        Engaged engaged = new Engaged(rooms.entities);
        CallBack mail = new CallBack(rooms.entities, rooms.outbox);
        return new TakeBack(
                rooms.entities,
                acts,
                new TakeBackEnrolments(
                        new ManyEnrolments(rooms.entities, rooms.batches),
                        new EnrolmentChanges(rooms.entities, rooms.events.of(), rooms.clock),
                        builtUpon,
                        rooms.events.of()),
                new TakeBackInvitations(engaged, rooms.people, builtUpon, invite, mail),
                new TakeBackPeople(rooms.entities, engaged, rooms.people, builtUpon, invite, mail));
    }

    RosterPlan plan(String csv) {
        return plan("bpatc", csv, null);
    }

    RosterPlan plan(String institute, String csv, @Nullable CohortId cohort) {
        return plan(institute, csv.getBytes(StandardCharsets.UTF_8), cohort);
    }

    RosterPlan plan(String institute, byte[] file, @Nullable CohortId cohort) {
        try {
            Path list = Files.write(Files.createTempFile("roster", null), file);
            try {
                return database.in(() -> planRoster.plan(institute, cohort, list));
            } finally {
                Files.delete(list);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    RosterPlan decide(RosterPlan plan, int row, @Nullable Decision decision) {
        Map<Integer, @Nullable Decision> answer = new HashMap<>();
        answer.put(row, decision);
        return database.in(() -> decideRoster.decide(plan.id(), answer, Map.of()));
    }

    RosterPlan bijoy(RosterPlan plan, String column, @Nullable Boolean bijoy) {
        Map<String, @Nullable Boolean> answer = new HashMap<>();
        answer.put(column, bijoy);
        return database.in(() -> decideRoster.decide(plan.id(), Map.of(), answer));
    }

    Outcome apply(RosterPlan plan) {
        return database.in(() -> applyRoster.apply(plan.id()));
    }

    Undone undo(RosterPlan plan) {
        return database.in(() -> undoRoster.undo(plan.id()));
    }

    List<RosterLine> lines(RosterPlan plan) {
        return database.in(() -> {
            List<RosterLine> lines = new ArrayList<>();
            rows.each(plan.id(), lines::addAll);
            return lines;
        });
    }

    RosterLine line(RosterPlan plan, int row) {
        return lines(plan).stream()
                .filter(line -> line.row() == row)
                .findFirst()
                .orElseThrow();
    }

    RosterRow read(RosterPlan plan, int row) {
        RosterPlan now = database.in(() -> plans.find(plan.id()));
        return RosterRow.of(row, line(plan, row).cells(), now.columns());
    }

    List<CellError> errors(RosterPlan plan) {
        return lines(plan).stream()
                .flatMap(line -> line.verdict().errors().stream())
                .toList();
    }

    List<Action> actions(RosterPlan plan) {
        return lines(plan).stream().map(RosterLine::action).toList();
    }

    Person person(String email) {
        return database.in(() -> rooms.people.byEmail(email)).orElseThrow();
    }

    CohortId cohort(Map<String, Integer> seats) {
        return database.in(() -> {
            Cohort cohort = new Cohort(
                    new CohortId(rooms.randomness.id()),
                    "bpatc",
                    "basics",
                    LocalizedText.of("First", "প্রথম"),
                    LocalDate.of(2026, 11, 1),
                    LocalDate.of(2027, 6, 30),
                    seats,
                    null,
                    rooms.clock.instant());
            rooms.enrolments.add(cohort);
            return cohort.id();
        });
    }
}
