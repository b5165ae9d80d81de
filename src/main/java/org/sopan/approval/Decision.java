package org.sopan.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.PersonId;
import org.sopan.spi.certificate.AsPrinted.Memo;

/** What one administrator decided over one award or many; a job carries it out and counts how far it is. */
@Entity
@Table(name = "decision")
public class Decision {
    @Id
    private UUID id;

    @Column(name = "once_key")
    private String onceKey;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private @Nullable String reason;
    private @Nullable String note;

    @Column(name = "memo_number")
    private @Nullable String memoNumber;

    @Column(name = "memo_date")
    private @Nullable LocalDate memoDate;

    @Column(name = "made_by")
    private PersonId madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    private int total;
    private int done;

    @Column(name = "open_key")
    private @Nullable String openKey;

    protected Decision() {}

    Decision(UUID id, String onceKey, Terms terms, int total, PersonId madeBy, Instant madeAt) {
        this.id = id;
        this.onceKey = onceKey;
        this.verdict = terms.verdict();
        this.reason = terms.reason();
        this.note = terms.note();
        Memo memo = terms.memo();
        this.memoNumber = memo == null ? null : memo.number();
        this.memoDate = memo == null ? null : memo.date();
        this.madeBy = madeBy;
        this.madeAt = madeAt;
        this.total = total;
        this.openKey = id.toString();
    }

    /** To issue the paper, or to give the award back. */
    public enum Verdict {
        APPROVE,
        RETURN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was decided.
     *
     * @param reason a code, of a return
     * @param note stays among administrators
     * @param memo the office memo that orders the awards
     */
    public record Terms(Verdict verdict, @Nullable String reason, @Nullable String note, @Nullable Memo memo) {}

    /** Some more lines are carried out; without any left it is finished. */
    void advance(int lines, boolean finished) {
        done += lines;
        if (finished) {
            openKey = null;
        }
    }

    boolean says(Terms terms) {
        return terms().equals(terms);
    }

    public Terms terms() {
        return new Terms(
                verdict,
                reason,
                note,
                memoNumber == null ? null : new Memo(Objects.requireNonNull(memoNumber), memoDate));
    }

    public UUID id() {
        return id;
    }

    public PersonId madeBy() {
        return madeBy;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public int total() {
        return total;
    }

    public int done() {
        return done;
    }

    public boolean isFinished() {
        return openKey == null;
    }
}
