package org.sopan.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.PersonId;
import org.sopan.spi.certificate.AsPrinted.Memo;

/**
 * An award that was met and waits for a person's decision. It waits, perhaps for a second signature; it is returned and
 * may be presented again; once approved nothing changes it any more.
 */
@Entity
@Table(name = "approval")
public class Approval {
    @Id
    private UUID award;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "waiting_since")
    private Instant waitingSince;

    private @Nullable String reason;
    private @Nullable String note;

    @Column(name = "memo_number")
    private @Nullable String memoNumber;

    @Column(name = "memo_date")
    private @Nullable LocalDate memoDate;

    @Column(name = "approved_by")
    private @Nullable PersonId approvedBy;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Version
    private long version;

    protected Approval() {}

    Approval(UUID award, Instant now) {
        this.award = award;
        this.state = State.WAITING;
        this.waitingSince = now;
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        SIGNING,
        RETURNED,
        APPROVED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isOpen() {
        return state == State.WAITING || state == State.SIGNING;
    }

    /** The first of two approvals; a second person's must follow. */
    void approve(PersonId by, @Nullable Memo memo, @Nullable String internalNote, Instant now) {
        must(State.WAITING);
        state = State.SIGNING;
        remember(memo, internalNote);
        approvedBy = by;
        approvedAt = now;
    }

    /** The last approval, which issues the paper. A memo given here counts more than one given before. */
    void conclude(PersonId by, @Nullable Memo memo, @Nullable String internalNote, Instant now) {
        if (!isOpen()) {
            throw new IllegalStateException(state.name());
        }
        if (approvedBy == null) {
            approvedBy = by;
            approvedAt = now;
        }
        state = State.APPROVED;
        remember(memo, internalNote);
        decidedAt = now;
    }

    void giveBack(String because, @Nullable String internalNote, Instant now) {
        if (!isOpen()) {
            throw new IllegalStateException(state.name());
        }
        state = State.RETURNED;
        reason = because;
        note = internalNote;
        approvedBy = null;
        approvedAt = null;
        decidedAt = now;
    }

    /** True when this call put it back into the queue, at its end. */
    boolean presentAgain(Instant now) {
        if (isOpen()) {
            return false;
        }
        must(State.RETURNED);
        state = State.WAITING;
        waitingSince = now;
        reason = null;
        decidedAt = null;
        return true;
    }

    private void remember(@Nullable Memo memo, @Nullable String internalNote) {
        if (memo != null) {
            memoNumber = memo.number();
            memoDate = memo.date();
        }
        if (internalNote != null) {
            note = internalNote;
        }
    }

    private void must(State wanted) {
        if (state != wanted) {
            throw new IllegalStateException(state.name());
        }
    }

    public UUID award() {
        return award;
    }

    public State state() {
        return state;
    }

    public Instant waitingSince() {
        return waitingSince;
    }

    /** Why it was returned: a code. */
    public @Nullable String reason() {
        return reason;
    }

    public @Nullable String note() {
        return note;
    }

    public @Nullable Memo memo() {
        return memoNumber == null ? null : new Memo(memoNumber, memoDate);
    }

    public @Nullable PersonId approvedBy() {
        return approvedBy;
    }

    public @Nullable Instant approvedAt() {
        return approvedAt;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
