package org.sopan.spi.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** What a certificate is going to say, filled in field by field until it is frozen. */
public final class Draft {
    private final String serial;
    private final String verifyUrl;
    private @Nullable LocalizedText name;
    private @Nullable LocalizedText designation;
    private @Nullable LocalizedText institute;
    private @Nullable LocalizedText award;
    private @Nullable LocalizedText course;
    private @Nullable LocalizedText programme;
    private int minutes;
    private @Nullable LocalDate issuedOn;
    private AsPrinted.@Nullable Memo memo;
    private List<AsPrinted.Signatory> signatories = List.of();
    private Map<String, String> pictures = Map.of();
    private Language language = Language.BN;
    private @Nullable String statement;
    private boolean specimen;

    public Draft(String serial, String verifyUrl) {
        this.serial = serial;
        this.verifyUrl = verifyUrl;
    }

    /** The words of another paper under a new serial. The other's statement, which names its serial, is left behind. */
    public static Draft after(AsPrinted before, String serial, String verifyUrl) {
        return new Draft(serial, verifyUrl)
                .name(before.name())
                .designation(before.designation())
                .institute(before.institute())
                .award(before.award())
                .course(before.course())
                .programme(before.programme())
                .minutes(before.minutes())
                .issuedOn(before.issuedOn())
                .memo(before.memo())
                .signatories(before.signatories())
                .pictures(before.pictures())
                .language(before.language())
                .specimen(before.specimen());
    }

    public Draft name(LocalizedText name) {
        this.name = name;
        return this;
    }

    public Draft designation(@Nullable LocalizedText designation) {
        this.designation = designation;
        return this;
    }

    public Draft institute(LocalizedText institute) {
        this.institute = institute;
        return this;
    }

    public Draft award(LocalizedText award) {
        this.award = award;
        return this;
    }

    public Draft course(@Nullable LocalizedText course) {
        this.course = course;
        return this;
    }

    public Draft programme(@Nullable LocalizedText programme) {
        this.programme = programme;
        return this;
    }

    public Draft minutes(int minutes) {
        this.minutes = minutes;
        return this;
    }

    public Draft issuedOn(LocalDate issuedOn) {
        this.issuedOn = issuedOn;
        return this;
    }

    public Draft memo(AsPrinted.@Nullable Memo memo) {
        this.memo = memo;
        return this;
    }

    public Draft signatories(List<AsPrinted.Signatory> signatories) {
        this.signatories = signatories;
        return this;
    }

    public Draft pictures(Map<String, String> pictures) {
        this.pictures = pictures;
        return this;
    }

    public Draft language(Language language) {
        this.language = language;
        return this;
    }

    public Draft statement(@Nullable String statement) {
        this.statement = statement;
        return this;
    }

    public Draft specimen(boolean specimen) {
        this.specimen = specimen;
        return this;
    }

    /**
     * Freezes it.
     *
     * @throws NullPointerException when name, institute, award or date of issue is missing
     */
    public AsPrinted frozen() {
        return new AsPrinted(
                serial,
                Objects.requireNonNull(name, "name"),
                designation,
                Objects.requireNonNull(institute, "institute"),
                Objects.requireNonNull(award, "award"),
                course,
                programme,
                minutes,
                Objects.requireNonNull(issuedOn, "issuedOn"),
                memo,
                signatories,
                pictures,
                language,
                verifyUrl,
                statement,
                specimen);
    }
}
