package org.sopan.credential;

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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.platform.JsonText;
import org.sopan.shared.DomainException;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.Draft;

/**
 * The register's row of a certificate: numbered within its award, one valid at a time. What it says is frozen when it
 * is issued; afterwards only its status changes, and never back. A missing name holds the paper, not the award.
 */
@Entity
@Table(name = "certificate")
public class Certificate {
    @Id
    private String serial;

    private UUID award;
    private int number;

    @Column(name = "valid_key")
    private @Nullable String validKey;

    private PersonId person;
    private String institute;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String design;

    @Column(name = "held_because")
    private @Nullable String heldBecause;

    @Column(name = "as_printed")
    private @Nullable String asPrinted;

    @Column(name = "paper_stored")
    private boolean paperStored;

    @Column(name = "paper_trouble")
    private @Nullable String paperTrouble;

    private boolean quiet;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "issued_at")
    private Instant issuedAt;

    private @Nullable String reason;
    private @Nullable String note;

    @Column(name = "changed_at")
    private @Nullable Instant changedAt;

    @Column(name = "superseded_by")
    private @Nullable String supersededBy;

    private @Nullable String replaces;

    @Version
    private long version;

    protected Certificate() {}

    Certificate(String serial, Award award, int number, String design, LocalDate issuedOn, Instant issuedAt) {
        this.serial = serial;
        this.award = award.id();
        this.number = number;
        this.validKey = award.id().toString();
        this.person = award.person();
        this.institute = award.institute();
        this.status = Status.VALID;
        this.design = design;
        this.heldBecause = "name-missing";
        this.issuedOn = issuedOn;
        this.issuedAt = issuedAt;
    }

    /** What a verifier is told. */
    public enum Status {
        VALID,
        REVOKED,
        SUPERSEDED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nobody is told of it by mail. */
    void keepQuiet() {
        quiet = true;
    }

    boolean isQuiet() {
        return quiet;
    }

    /** Stands in place of another. */
    void replace(String old) {
        replaces = old;
    }

    /** Freezes what the paper says; done once. */
    void print(AsPrinted data) {
        if (asPrinted != null) {
            throw new IllegalStateException("printed already: " + serial);
        }
        asPrinted = JsonText.of(data);
        heldBecause = null;
    }

    void paperStored() {
        paperStored = true;
        paperTrouble = null;
    }

    /** Why the paper could not be made the last time it was tried. */
    void paperFailed(String because) {
        paperTrouble = because;
    }

    /** True when this call revoked it; a second call changes nothing. Refuses when it was superseded. */
    boolean revoke(String because, @Nullable String internalNote, Instant now) {
        if (status == Status.REVOKED) {
            return false;
        }
        mustBeValid();
        status = Status.REVOKED;
        validKey = null;
        reason = because;
        note = internalNote;
        changedAt = now;
        return true;
    }

    /** Gives its place as the one valid certificate to another; {@link #supersede} must follow. */
    void release() {
        mustBeValid();
        validKey = null;
    }

    void supersede(String by, String because, @Nullable String internalNote, Instant now) {
        mustBeValid();
        note = internalNote;
        status = Status.SUPERSEDED;
        validKey = null;
        supersededBy = by;
        reason = because;
        changedAt = now;
    }

    private void mustBeValid() {
        if (status != Status.VALID) {
            throw new DomainException.Conflict(
                    "certificate-not-valid", supersededBy == null ? Map.of() : Map.of("supersededBy", supersededBy));
        }
    }

    /** Keeps the serial and what became of it, and forgets whose it was. Refuses while it is valid. */
    void erase(LocalizedText name) {
        if (status == Status.VALID && !isHeld()) {
            throw new IllegalStateException("valid: " + serial);
        }
        note = null;
        if (asPrinted != null) {
            AsPrinted before = asPrinted();
            asPrinted = JsonText.of(Draft.after(before, before.serial(), before.verifyUrl())
                    .name(name)
                    .designation(null)
                    .frozen());
        }
    }

    public String serial() {
        return serial;
    }

    public UUID award() {
        return award;
    }

    int number() {
        return number;
    }

    public PersonId person() {
        return person;
    }

    public String institute() {
        return institute;
    }

    public Status status() {
        return status;
    }

    String design() {
        return design;
    }

    public boolean isHeld() {
        return heldBecause != null;
    }

    @Nullable
    String heldBecause() {
        return heldBecause;
    }

    @Nullable
    String paperTrouble() {
        return paperTrouble;
    }

    public boolean hasPaper() {
        return paperStored;
    }

    /** What the paper says; only of one that is not held. */
    public AsPrinted asPrinted() {
        return JsonText.read(Objects.requireNonNull(asPrinted, "held"), AsPrinted.class);
    }

    public LocalDate issuedOn() {
        return issuedOn;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable Instant changedAt() {
        return changedAt;
    }

    public @Nullable String supersededBy() {
        return supersededBy;
    }

    /** The serial in whose place it stands. */
    public @Nullable String replaces() {
        return replaces;
    }

    public Instant issuedAt() {
        return issuedAt;
    }
}
