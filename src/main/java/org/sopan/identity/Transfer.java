package org.sopan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.DomainException;
import org.sopan.shared.PersonId;

/**
 * A person's move from one institute to another. It is asked for, agreed by the person, and accepted or declined by the
 * new institute; after thirty days it expires. Until the person agrees the new institute learns nothing.
 */
@Entity
@Table(name = "transfer")
public class Transfer {
    private static final Duration LIFE = Duration.ofDays(30);

    @Id
    private UUID id;

    private PersonId person;

    @Column(name = "from_institute")
    private @Nullable String from;

    @Column(name = "to_institute")
    private String to;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "open_key")
    private @Nullable String openKey;

    @Column(name = "asked_by")
    private PersonId askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "agreed_at")
    private @Nullable Instant agreedAt;

    @Column(name = "decided_by")
    private @Nullable PersonId decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Version
    private long version;

    protected Transfer() {}

    Transfer(UUID id, Person person, String to, PersonId askedBy, Instant now) {
        this.id = id;
        this.person = person.id();
        this.from = person.organization();
        this.to = to;
        this.state = State.REQUESTED;
        this.openKey = openKey(person.id(), to);
        this.askedBy = askedBy;
        this.askedAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /** How far it is. */
    public enum State {
        REQUESTED,
        AGREED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        EXPIRED;

        boolean isOpen() {
            return this == REQUESTED || this == AGREED;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static String openKey(PersonId person, String to) {
        return person + "/" + to;
    }

    /** Where it stands at this moment. */
    public State state(Instant now) {
        return state.isOpen() && !now.isBefore(expiresAt) ? State.EXPIRED : state;
    }

    /** The person's yes, or an administrator's in her place. */
    void agree(Instant now) {
        if (state(now) == State.REQUESTED) {
            state = State.AGREED;
            agreedAt = now;
        } else {
            mustBe(State.AGREED, now);
        }
    }

    /** True when this call ended it so; the same end again changes nothing, another is refused. */
    boolean end(State end, PersonId by, Instant now) {
        State before = state(now);
        if (before == end) {
            return false;
        }
        if (end == State.ACCEPTED) {
            mustBe(State.AGREED, now);
        } else if (!before.isOpen()) {
            throw new DomainException.Conflict("transfer-ended");
        }
        state = end;
        decidedBy = by;
        decidedAt = now;
        openKey = null;
        return true;
    }

    /** Makes room for a new request once this one has expired. */
    void expire() {
        state = State.EXPIRED;
        openKey = null;
    }

    private void mustBe(State wanted, Instant now) {
        State is = state(now);
        if (is != wanted) {
            throw new DomainException.Conflict(is == State.REQUESTED ? "transfer-not-agreed" : "transfer-ended");
        }
    }

    /** Whether the person said no to it, so that the same institute does not ask again at once. */
    boolean wasRefused(Instant now) {
        return state == State.DECLINED
                && person.equals(decidedBy)
                && decidedAt != null
                && now.isBefore(decidedAt.plus(LIFE));
    }

    /**
     * What the audit trail says of it: to the new institute nothing, not even that there is such a person, before that
     * person has agreed.
     */
    Map<String, String> audited() {
        Map<String, String> details = new TreeMap<>(Map.of(agreedAt == null ? "to" : "institute", to));
        if (from != null) {
            details.put("from", from);
        }
        return details;
    }

    public UUID id() {
        return id;
    }

    public PersonId person() {
        return person;
    }

    public @Nullable String from() {
        return from;
    }

    public String to() {
        return to;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant agreedAt() {
        return agreedAt;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
