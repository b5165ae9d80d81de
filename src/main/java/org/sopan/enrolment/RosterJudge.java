package org.sopan.enrolment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterLine.Decision;
import org.sopan.enrolment.RosterLine.Judged;
import org.sopan.enrolment.RosterLine.Question;
import org.sopan.enrolment.RosterLine.Verdict;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.RosterRow.CellError;
import org.sopan.identity.FieldChange;
import org.sopan.identity.Person;

/** Judges the rows of one roster, one after the other: each by itself, by who is known, and by the rows before it. */
final class RosterJudge {
    private static final String EMAIL = RosterColumn.email.name();
    private static final String SERVICE_ID = RosterColumn.service_id.name();
    private final String institute;
    private final List<ColumnNote> notes;
    private final LookAlikes lookAlikes;
    private final Set<String> taken = new HashSet<>();

    RosterJudge(String institute, List<ColumnNote> notes, LookAlikes lookAlikes) {
        this.institute = institute;
        this.notes = notes;
        this.lookAlikes = lookAlikes;
    }

    Judged judge(RosterLine line, RosterRow row, KnownPeople known) {
        if (line.decision() == Decision.leave) {
            return judged(line, Action.left, null, Verdict.asking(questionOf(line)));
        }
        if (!row.errors().isEmpty()) {
            return rejected(line, row.errors(), null);
        }
        if (notes.stream().anyMatch(note -> note.bijoy() == null && note.concerns(line.cells()))) {
            return judged(line, Action.undecided, null, Verdict.NONE);
        }
        Person same = known.withAddress(row);
        List<CellError> errors = new ArrayList<>();
        if (same != null) {
            errors.addAll(refused(line, same, known));
        }
        if (!taken.add("email/" + row.address())) {
            errors.add(new CellError(line.row(), EMAIL, "duplicate"));
        }
        if (!errors.isEmpty()) {
            return rejected(line, errors, null);
        }
        Question question = same == null ? lookAlikes.question(row) : null;
        return question == null ? settled(line, row, same, known, null) : asked(line, row, question, known);
    }

    private static @Nullable Question questionOf(RosterLine line) {
        return line.verdict().question();
    }

    private Judged asked(RosterLine line, RosterRow row, Question question, KnownPeople known) {
        if (line.decision() == null || !question.about().equals(line.decidedAbout())) {
            lookAlikes.add(row);
            return judged(line, Action.undecided, null, Verdict.asking(question));
        }
        if (line.decision() == Decision.different) {
            return settled(line, row, null, known, question);
        }
        if (question.person() == null) {
            return rejected(line, List.of(new CellError(line.row(), EMAIL, "duplicate")), question);
        }
        Person same = known.withId(UUID.fromString(question.person().id()));
        List<CellError> errors =
                same == null ? List.of(new CellError(line.row(), EMAIL, "invalid")) : refused(line, same, known);
        return errors.isEmpty() ? settled(line, row, same, known, question) : rejected(line, errors, question);
    }

    private Judged settled(
            RosterLine line, RosterRow row, @Nullable Person person, KnownPeople known, @Nullable Question question) {
        List<CellError> errors = new ArrayList<>();
        Person holder = known.holderOfServiceId(row);
        if (holder != null && !holder.equals(person)) {
            boolean own = institute.equals(holder.organization());
            errors.add(new CellError(line.row(), SERVICE_ID, own ? "service-id-taken" : "known-elsewhere"));
        }
        if (row.serviceId() != null && !taken.add("id/" + row.serviceId())) {
            errors.add(new CellError(line.row(), SERVICE_ID, "duplicate"));
        }
        if (person != null && !taken.add("person/" + person.id())) {
            errors.add(new CellError(line.row(), EMAIL, "duplicate"));
        }
        if (!errors.isEmpty()) {
            return rejected(line, errors, question);
        }
        lookAlikes.add(row);
        if (person == null) {
            return judged(line, Action.create, null, Verdict.asking(question));
        }
        KnownPeople.Wish wish = known.wish(row, person);
        List<FieldChange> changes = person.changes(wish.profile());
        return judged(
                line,
                changes.isEmpty() ? Action.unchanged : Action.update,
                person,
                new Verdict(List.of(), changes, question, wish.notes()));
    }

    /** Of another institute's people nothing is told beyond that they are known. */
    private List<CellError> refused(RosterLine line, Person person, KnownPeople known) {
        if (!institute.equals(person.organization())) {
            return List.of(new CellError(line.row(), EMAIL, "known-elsewhere"));
        }
        if (known.isStaff(person)) {
            return List.of(new CellError(line.row(), EMAIL, "staff"));
        }
        if (person.isActive()) {
            return List.of();
        }
        String code = person.erasedAt() == null ? "inactive" : "erased";
        return List.of(new CellError(line.row(), EMAIL, code));
    }

    private static Judged rejected(RosterLine line, List<CellError> errors, @Nullable Question question) {
        return judged(line, Action.rejected, null, Verdict.wrong(errors, question));
    }

    private static Judged judged(RosterLine line, Action action, @Nullable Person person, Verdict verdict) {
        return new Judged(
                line.row(),
                action,
                person == null ? null : person.id().value(),
                person == null ? null : person.version(),
                verdict);
    }
}
