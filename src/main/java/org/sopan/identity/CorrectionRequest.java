package org.sopan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.DomainException;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** A person asks to have the name or designation corrected, and says why. It is decided once; one at a time is open. */
@Entity
@Table(name = "correction_request")
public class CorrectionRequest {
    @Id
    private UUID id;

    private PersonId person;

    @Column(name = "name_en")
    private @Nullable String nameEn;

    @Column(name = "name_bn")
    private @Nullable String nameBn;

    @Column(name = "designation_en")
    private @Nullable String designationEn;

    @Column(name = "designation_bn")
    private @Nullable String designationBn;

    private String reason;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "open_key")
    private @Nullable String openKey;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "decided_by")
    private @Nullable PersonId decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private @Nullable String note;

    @Version
    private long version;

    protected CorrectionRequest() {}

    CorrectionRequest(
            UUID id,
            PersonId person,
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation,
            String reason,
            Instant now) {
        this.id = id;
        this.person = person;
        this.nameEn = name == null ? null : name.en();
        this.nameBn = name == null ? null : name.bn();
        this.designationEn = designation == null ? null : designation.en();
        this.designationBn = designation == null ? null : designation.bn();
        this.reason = reason;
        this.state = State.OPEN;
        this.openKey = person.toString();
        this.askedAt = now;
    }

    /** Waiting, or how it was decided. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** True when this call decided it; the same decision again changes nothing, another is refused. */
    boolean decide(State decision, @Nullable String why, PersonId by, Instant now) {
        if (state == decision) {
            return false;
        }
        if (state != State.OPEN) {
            throw new DomainException.Conflict("correction-decided");
        }
        state = decision;
        note = why;
        decidedBy = by;
        decidedAt = now;
        openKey = null;
        return true;
    }

    public UUID id() {
        return id;
    }

    public PersonId person() {
        return person;
    }

    public @Nullable LocalizedText name() {
        return nameEn == null && nameBn == null ? null : new LocalizedText(nameEn, nameBn);
    }

    public @Nullable LocalizedText designation() {
        return designationEn == null && designationBn == null ? null : new LocalizedText(designationEn, designationBn);
    }

    public String reason() {
        return reason;
    }

    public State state() {
        return state;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable String note() {
        return note;
    }
}
