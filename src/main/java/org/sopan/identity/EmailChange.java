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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.PersonId;

/**
 * A person's new e-mail address, which counts once the holder of the old and the holder of the new one have both
 * confirmed. One is pending at a time; those that are done tell which addresses the person once had.
 */
@Entity
@Table(name = "email_change")
public class EmailChange {
    private static final Duration LIFE = Duration.ofHours(48);

    @Id
    private UUID id;

    private PersonId person;

    @Column(name = "old_address")
    private String oldAddress;

    @Column(name = "new_address")
    private String newAddress;

    @Column(name = "old_hash")
    private @Nullable String oldHash;

    @Column(name = "new_hash")
    private @Nullable String newHash;

    @Column(name = "old_confirmed")
    private boolean oldConfirmed;

    @Column(name = "new_confirmed")
    private boolean newConfirmed;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "pending_key")
    private @Nullable String pendingKey;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Version
    private long version;

    protected EmailChange() {}

    private EmailChange(UUID id, Person person, String newAddress, Instant now) {
        this.id = id;
        this.person = person.id();
        this.oldAddress = person.email();
        this.newAddress = newAddress;
        this.askedAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /** Waits for both; without a hash of the new address that half can never come. */
    static EmailChange pending(
            UUID id, Person person, String newAddress, String oldHash, @Nullable String newHash, Instant now) {
        EmailChange change = new EmailChange(id, person, newAddress, now);
        change.oldHash = oldHash;
        change.newHash = newHash;
        change.state = State.PENDING;
        change.pendingKey = person.id().toString();
        return change;
    }

    /** Made by an administrator, since the old address is dead. */
    static EmailChange done(UUID id, Person person, String newAddress, Instant now) {
        EmailChange change = new EmailChange(id, person, newAddress, now);
        change.state = State.DONE;
        return change;
    }

    enum State {
        PENDING,
        DONE
    }

    /** Whether this link still says something: of a change that is done always, else until it expires. */
    boolean isAlive(Instant now) {
        return state == State.DONE || now.isBefore(expiresAt);
    }

    /** Confirms one half; true when that was the missing one. */
    boolean confirm(String hash) {
        oldConfirmed = oldConfirmed || hash.equals(oldHash);
        newConfirmed = newConfirmed || hash.equals(newHash);
        if (state == State.DONE || !oldConfirmed || !newConfirmed) {
            return false;
        }
        state = State.DONE;
        pendingKey = null;
        return true;
    }

    boolean isDone() {
        return state == State.DONE;
    }

    UUID id() {
        return id;
    }

    PersonId person() {
        return person;
    }

    String oldAddress() {
        return oldAddress;
    }

    String newAddress() {
        return newAddress;
    }

    Instant askedAt() {
        return askedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
