package org.sopan.enrolment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.RosterRow.CellError;
import org.sopan.identity.FieldChange;
import org.sopan.identity.Person;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/**
 * A row in its plan: what was uploaded, what was decided about it, and what would happen.
 *
 * @param decidedAbout whom or which row the decision is about, as {@link Question#about()}
 * @param person the known person it is about, of this version when it was looked at
 */
public record RosterLine(
        int row,
        RosterCells cells,
        @Nullable Decision decision,
        @Nullable String decidedAbout,
        Action action,
        @Nullable UUID person,
        @Nullable Long version,
        Verdict verdict) {

    /** The cells as they are read, Bijoy in Unicode where that was confirmed; what cannot be read as it was uploaded. */
    public Map<String, String> values(List<ColumnNote> notes) {
        RosterRow read = RosterRow.of(row, cells, notes);
        Map<String, String> values = new TreeMap<>();
        read.values().forEach((column, value) -> values.put(column.name(), value));
        read.errors().stream()
                .filter(error -> cells.texts().containsKey(error.column()))
                .forEach(error -> values.put(error.column(), cells.texts().get(error.column())));
        return values;
    }

    /** Whether the person's record is of the version that the plan is about. */
    boolean isAsPlanned(Person person) {
        return version != null && version == person.version();
    }

    /** What a coordinator answers about a row that looks like someone known. */
    public enum Decision {
        same,
        different,
        leave
    }

    /** Why the row stands where it stands: faults, changes field by field, the question it asks, what stays out of it. */
    public record Verdict(
            List<CellError> errors, List<FieldChange> changes, @Nullable Question question, List<CellNote> notes) {
        static final Verdict NONE = new Verdict(List.of(), List.of(), null, List.of());

        public Verdict {
            errors = errors == null ? List.of() : List.copyOf(errors);
            changes = changes == null ? List.of() : List.copyOf(changes);
            notes = notes == null ? List.of() : List.copyOf(notes);
        }

        static Verdict asking(@Nullable Question question) {
            return new Verdict(List.of(), List.of(), question, List.of());
        }

        static Verdict wrong(List<CellError> errors, @Nullable Question question) {
            return new Verdict(errors, List.of(), question, List.of());
        }

        /** The same, asking about someone of whom nothing is left but a pseudonym. */
        Verdict without(PersonId erased, String pseudonym) {
            return question == null ? this : new Verdict(errors, changes, question.without(erased, pseudonym), notes);
        }
    }

    /**
     * Whether a row is the same person as one who is known, or as an earlier row.
     *
     * @param others how many more it might be
     */
    public record Question(@Nullable Known person, @Nullable Integer otherRow, int others) {
        String about() {
            return person == null ? "row/" + otherRow : "person/" + person.id();
        }

        private Question without(PersonId erased, String pseudonym) {
            return person == null || !person.id().equals(erased.toString())
                    ? this
                    : new Question(new Known(person.id(), null, null, pseudonym), otherRow, others);
        }
    }

    /** Someone of one's own institute, as a question shows them. */
    public record Known(String id, @Nullable LocalizedText name, @Nullable LocalizedText designation, String email) {}

    /** What the row is judged to do now. */
    record Judged(int row, Action action, @Nullable UUID person, @Nullable Long version, Verdict verdict) {}
}
