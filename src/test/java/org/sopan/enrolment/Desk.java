package org.sopan.enrolment;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Colleagues;
import org.sopan.identity.Invite;
import org.sopan.identity.Person;
import org.sopan.shared.CohortId;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.Rooms;

/** What a coordinator does with cohorts and enrolments, wired by hand. */
final class Desk {
    static final LocalDate STARTS = LocalDate.of(2026, 12, 1);
    static final LocalDate ENDS = LocalDate.of(2027, 6, 30);
    final EnrolmentChanges changes;
    final OpenEnrolments open;
    final ShowCohort showCohort;
    final ChangeCohort changeCohort;
    final KeepOrderDocument keepOrderDocument;
    final ListParticipants listParticipants;
    final ReplaceNominee replaceNominee;
    final WithdrawEnrolment withdrawEnrolment;
    final ReinstateEnrolment reinstateEnrolment;
    final MoveEnrolment moveEnrolment;
    final MoveDue moveDue;
    final OverdueEnrolments overdue;
    final EnrolmentHistory history;
    private final OpenCohort openCohort;
    private final Rooms rooms;

    Desk(Rooms rooms) {
        this.rooms = rooms;
        OrderDocuments documents = new OrderDocuments(rooms.entities);
        changes = new EnrolmentChanges(rooms.entities, rooms.events.of(), rooms.clock);
        open = new OpenEnrolments(rooms.entities);
        openCohort = new OpenCohort(
                rooms.enrolments,
                rooms.organizations,
                rooms.catalogue,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        showCohort = new ShowCohort(rooms.enrolments, documents, rooms.roles, rooms.people, rooms.caller);
        changeCohort = new ChangeCohort(
                rooms.enrolments,
                open,
                changes,
                showCohort,
                rooms.organizations,
                rooms.roles,
                rooms.caller,
                rooms.audit);
        keepOrderDocument =
                new KeepOrderDocument(rooms.enrolments, documents, showCohort, rooms.caller, rooms.audit, rooms.clock);
        listParticipants = new ListParticipants(
                rooms.entities, rooms.enrolments, rooms.people, new Doubles(rooms.entities), showCohort);
        replaceNominee = new ReplaceNominee(
                rooms.enrolments,
                changes,
                new Colleagues(rooms.people, rooms.randomness, rooms.clock),
                rooms.people,
                new Invite(rooms.links, rooms.outbox, rooms.organizations, rooms.people, rooms.enrolments),
                rooms.catalogue,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        withdrawEnrolment = new WithdrawEnrolment(rooms.enrolments, changes, rooms.caller, rooms.audit);
        reinstateEnrolment = new ReinstateEnrolment(
                rooms.enrolments, changes, rooms.people, rooms.caller, rooms.audit, rooms.settings, rooms.clock);
        moveEnrolment = new MoveEnrolment(rooms.enrolments, changes, rooms.caller, rooms.audit, rooms.clock);
        moveDue = new MoveDue(rooms.enrolments, open, changes, showCohort, rooms.caller, rooms.audit, rooms.clock);
        overdue = new OverdueEnrolments(open, changes, rooms.audit, rooms.settings, rooms.clock);
        history = new EnrolmentHistory(rooms.enrolments, changes, rooms.people, rooms.caller);
    }

    /** Opens a cohort of the programme, or of one course, as whoever calls. */
    Cohort cohort(String host, @Nullable String course, Map<String, Integer> seats) {
        return rooms.database.in(() -> openCohort.open(new OpenCohort.Plan(
                host, course, LocalizedText.of("First", "প্রথম"), STARTS, ENDS, seats, "12.00.0000", null)));
    }

    Cohort.Terms terms(Map<String, Integer> seats, LocalDate ends) {
        return new Cohort.Terms(
                LocalizedText.of("Second", "দ্বিতীয়"), STARTS, ends, seats, "12.00.0001", LocalDate.of(2026, 11, 9));
    }

    ShowCohort.Seen show(CohortId id) {
        return rooms.database.in(() -> showCohort.show(id));
    }

    static Colleagues.Wanted known(Person person) {
        return new Colleagues.Wanted(person.id(), null, null, null);
    }

    static Colleagues.Wanted newcomer(String email) {
        return new Colleagues.Wanted(null, email, LocalizedText.of("New Person", "নতুন ব্যক্তি"), null);
    }
}
