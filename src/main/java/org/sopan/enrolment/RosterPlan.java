package org.sopan.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.JsonText;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.PersonId;

/**
 * What a roster would do, row by row, before anything is done. Applied once, and taken back at most once; asked again it
 * tells the same. Unapplied it ends after a day, since people change; applied it can be undone for thirty.
 */
@Entity
@Table(name = "roster_plan")
public class RosterPlan {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration UNDOABLE = Duration.ofDays(30);

    @Id
    private UUID id;

    private String institute;
    private @Nullable CohortId cohort;

    @Column(name = "planned_by")
    private PersonId plannedBy;

    @Column(name = "planned_at")
    private @Nullable Instant plannedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private String columns;
    private String counts;
    private @Nullable String outcome;

    @Column(name = "applied_by")
    private @Nullable PersonId appliedBy;

    @Column(name = "applied_at")
    private @Nullable Instant appliedAt;

    @Column(name = "undone_at")
    private @Nullable Instant undoneAt;

    private @Nullable String undone;

    private boolean forgotten;

    @Version
    private long version;

    protected RosterPlan() {}

    RosterPlan(UUID id, String institute, @Nullable CohortId cohort, PersonId plannedBy, Instant now) {
        this.id = id;
        this.institute = institute;
        this.cohort = cohort;
        this.plannedBy = plannedBy;
        this.plannedAt = now;
        this.expiresAt = now.plus(LIFE);
        this.columns = JsonText.of(new Notes(List.of()));
        this.counts = JsonText.of(new Counts(0, 0, 0, 0, 0, 0, 0));
    }

    /** What happens to a row; {@code left} is out because a person said so. */
    public enum Action {
        create,
        update,
        unchanged,
        undecided,
        rejected,
        left;

        boolean isAccepted() {
            return this == create || this == update || this == unchanged;
        }
    }

    /** Where a plan stands. */
    public enum State {
        planned,
        applied,
        undone,
        ended
    }

    /** How many rows there are of each kind. */
    public record Counts(int rows, int create, int update, int unchanged, int undecided, int rejected, int left) {}

    /** What applying did: people created and updated, enrolments made, rows left out. */
    public record Outcome(int created, int updated, int enrolled, int left) {}

    /** What undoing took back, and what it left with the reason. */
    public record Undone(int people, int updates, int enrolments, int invitations, List<Left> left) {
        public Undone {
            left = left == null ? List.of() : List.copyOf(left);
        }
    }

    /** Something of a row that was not taken back, or cannot be. */
    public record Left(int row, String reason) {}

    /** The columns that seem to be in Bijoy. */
    public record Notes(List<ColumnNote> notes) {
        public Notes {
            notes = notes == null ? List.of() : List.copyOf(notes);
        }
    }

    public UUID id() {
        return id;
    }

    public String institute() {
        return institute;
    }

    public @Nullable CohortId cohort() {
        return cohort;
    }

    public PersonId plannedBy() {
        return plannedBy;
    }

    public Instant plannedAt() {
        return plannedAt == null ? expiresAt.minus(LIFE) : plannedAt;
    }

    public @Nullable Instant appliedAt() {
        return appliedAt;
    }

    /** The last moment to apply it or, once applied, to undo it. */
    public Instant endsAt() {
        return appliedAt == null ? expiresAt : appliedAt.plus(UNDOABLE);
    }

    public List<ColumnNote> columns() {
        return JsonText.read(columns, Notes.class).notes();
    }

    public Counts counts() {
        return JsonText.read(counts, Counts.class);
    }

    public @Nullable Outcome outcome() {
        return outcome == null ? null : JsonText.read(outcome, Outcome.class);
    }

    public @Nullable Undone undone() {
        return undone == null ? null : JsonText.read(undone, Undone.class);
    }

    public State state(Instant now) {
        if (undone != null) {
            return State.undone;
        }
        if (outcome != null) {
            return State.applied;
        }
        return now.isBefore(expiresAt) ? State.planned : State.ended;
    }

    /** What was applied until this moment can no longer be undone. */
    static Instant undoableSince(Instant now) {
        return now.minus(UNDOABLE);
    }

    /** Refuses unless the plan can still be changed and applied. */
    void mustBeOpen(Instant now) {
        switch (state(now)) {
            case applied -> throw new DomainException.Conflict("plan-applied");
            case undone -> throw new DomainException.Conflict("plan-undone");
            case ended -> throw new DomainException.Conflict("plan-ended");
            default -> {}
        }
    }

    /** Its rows are no longer kept. */
    void forget() {
        forgotten = true;
    }

    void seemsBijoy(List<ColumnNote> notes) {
        columns = JsonText.of(new Notes(notes));
    }

    void sorted(Counts result) {
        counts = JsonText.of(result);
    }

    void applied(Outcome result, PersonId by, Instant now) {
        outcome = JsonText.of(result);
        appliedBy = by;
        appliedAt = now;
    }

    void undone(Undone result, Instant now) {
        undone = JsonText.of(result);
        undoneAt = now;
    }
}
