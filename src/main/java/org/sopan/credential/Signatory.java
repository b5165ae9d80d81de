package org.sopan.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/**
 * One who signs certificates from a day on, until another. What was entered stays as it is; only the last day comes
 * nearer. A change of post or signature is another signatory.
 */
@Entity
@Table(name = "signatory")
public class Signatory {
    @Id
    private UUID id;

    private String place;
    private int position;
    private @Nullable String institute;

    @Column(name = "award_kind")
    private @Nullable String awardKind;

    @Column(name = "name_en")
    private @Nullable String nameEn;

    @Column(name = "name_bn")
    private @Nullable String nameBn;

    @Column(name = "designation_en")
    private @Nullable String designationEn;

    @Column(name = "designation_bn")
    private @Nullable String designationBn;

    private String organization;
    private @Nullable String signature;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private @Nullable LocalDate until;

    @Column(name = "added_at")
    private Instant addedAt;

    @Version
    private long version;

    protected Signatory() {}

    Signatory(UUID id, Terms terms, Instant now) {
        this.id = id;
        this.place = terms.place();
        this.position = terms.position();
        this.institute = terms.institute();
        this.awardKind = terms.awardKind();
        this.nameEn = terms.name().en();
        this.nameBn = terms.name().bn();
        this.designationEn = terms.designation().en();
        this.designationBn = terms.designation().bn();
        this.organization = terms.organization();
        this.signature = terms.signature();
        this.from = terms.from();
        this.until = terms.until();
        this.addedAt = now;
    }

    /**
     * Who signs what, and when.
     *
     * @param organization on whose behalf; its id
     * @param institute whose certificates; null for those of every institute that has nobody of its own
     * @param awardKind certificates of which award; null for all
     * @param position from 1 on the left to 3 on the right
     * @param signature the picture's key; null for a pen
     * @param until the last day; null for no end
     */
    public record Terms(
            LocalizedText name,
            LocalizedText designation,
            String organization,
            @Nullable String institute,
            @Nullable String awardKind,
            int position,
            @Nullable String signature,
            LocalDate from,
            @Nullable LocalDate until) {

        /** What only one holds on a day. */
        String place() {
            return "signatory/" + (institute == null ? "*" : institute) + "/" + (awardKind == null ? "*" : awardKind)
                    + "/" + position;
        }
    }

    public Terms terms() {
        return new Terms(
                new LocalizedText(nameEn, nameBn),
                new LocalizedText(designationEn, designationBn),
                organization,
                institute,
                awardKind,
                position,
                signature,
                from,
                until);
    }

    /** Whether a day of this span is one of hers; one who was ended before she began has none. */
    boolean signsBetween(LocalDate first, @Nullable LocalDate last) {
        boolean any = until == null || !until.isBefore(from);
        return any && (last == null || !from.isAfter(last)) && (until == null || !until.isBefore(first));
    }

    /** True when this brought her last day nearer; never farther. */
    boolean end(LocalDate lastDay) {
        boolean sooner = until == null || lastDay.isBefore(until);
        if (sooner) {
            until = lastDay;
        }
        return sooner;
    }

    /** How much more closely her terms name the certificate than others for the same position. */
    int closeness() {
        return (institute == null ? 0 : 2) + (awardKind == null ? 0 : 1);
    }

    public UUID id() {
        return id;
    }

    String place() {
        return place;
    }

    int position() {
        return position;
    }

    LocalDate from() {
        return from;
    }

    @Nullable
    LocalDate until() {
        return until;
    }
}
