package org.sopan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.JsonText;
import org.sopan.shared.PersonId;

/** Two records of one person, of which one became the alias of the other. It can be undone for thirty days. */
@Entity
@Table(name = "person_merge")
public class PersonMerge {
    private static final Duration UNDOABLE = Duration.ofDays(30);

    @Id
    private UUID id;

    private PersonId kept;
    private PersonId dropped;
    private String reason;

    @Column(name = "merged_by")
    private PersonId mergedBy;

    @Column(name = "merged_at")
    private Instant mergedAt;

    @Column(name = "undone_at")
    private @Nullable Instant undoneAt;

    @Column(name = "standing_key")
    private @Nullable String standingKey;

    @Column(name = "before_merge")
    private String before;

    @Version
    private long version;

    protected PersonMerge() {}

    PersonMerge(
            UUID id, PersonId kept, PersonId dropped, String reason, PersonId mergedBy, Before before, Instant now) {
        this.id = id;
        this.kept = kept;
        this.dropped = dropped;
        this.reason = reason;
        this.mergedBy = mergedBy;
        this.mergedAt = now;
        this.standingKey = dropped.toString();
        this.before = JsonText.of(before);
    }

    /** What it takes to part the records: whether the dropped one was active, and what each room noted. */
    public record Before(boolean active, Map<String, String> rooms) {}

    boolean isUndone() {
        return undoneAt != null;
    }

    boolean isFinal(Instant now) {
        return !now.isBefore(undoableUntil());
    }

    void undo(Instant now) {
        undoneAt = now;
        standingKey = null;
    }

    Before before() {
        return JsonText.read(before, Before.class);
    }

    public UUID id() {
        return id;
    }

    public PersonId kept() {
        return kept;
    }

    public PersonId dropped() {
        return dropped;
    }

    public String reason() {
        return reason;
    }

    public Instant mergedAt() {
        return mergedAt;
    }

    public @Nullable Instant undoneAt() {
        return undoneAt;
    }

    public Instant undoableUntil() {
        return mergedAt.plus(UNDOABLE);
    }
}
