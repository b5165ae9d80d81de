package org.sopan.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterRow.CellError;
import org.sopan.platform.JsonText;
import org.sopan.shared.CohortId;
import org.sopan.shared.PersonId;

/**
 * What a roster would do, row by row, before anything is done. Applied once; asked again it tells the same. It ends
 * after a day, since people change.
 */
@Entity
@Table(name = "roster_plan")
public class RosterPlan {
    @Id
    private UUID id;

    private String institute;
    private @Nullable CohortId cohort;

    @Column(name = "planned_by")
    private PersonId plannedBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private String content;
    private @Nullable String outcome;

    @Version
    private long version;

    protected RosterPlan() {}

    RosterPlan(
            UUID id,
            String institute,
            @Nullable CohortId cohort,
            PersonId plannedBy,
            Instant expiresAt,
            Content content) {
        this.id = id;
        this.institute = institute;
        this.cohort = cohort;
        this.plannedBy = plannedBy;
        this.expiresAt = expiresAt;
        this.content = JsonText.of(content);
    }

    /** What happens to the person of a row. */
    public enum Action {
        create,
        update,
        unchanged
    }

    /** An accepted row; of a known person with the version that was looked at. */
    public record PlannedRow(RosterRow row, Action action, @Nullable String person, @Nullable Long version) {}

    /** All rows: those to apply, and what is wrong with the others. */
    public record Content(int rows, List<PlannedRow> accepted, List<CellError> errors) {
        public long count(Action action) {
            return accepted.stream().filter(row -> row.action() == action).count();
        }

        public int rejected() {
            return rows - accepted.size();
        }
    }

    /** What applying did: people created and updated, enrolments made, rows left out. */
    public record Outcome(int created, int updated, int enrolled, int left) {}

    public UUID id() {
        return id;
    }

    public String institute() {
        return institute;
    }

    public @Nullable CohortId cohort() {
        return cohort;
    }

    public Content content() {
        return JsonText.read(content, Content.class);
    }

    public @Nullable Outcome outcome() {
        return outcome == null ? null : JsonText.read(outcome, Outcome.class);
    }

    boolean hasEnded(Instant now) {
        return outcome == null && !now.isBefore(expiresAt);
    }

    void applied(Outcome result) {
        outcome = JsonText.of(result);
    }
}
