package org.sopan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.CleanText;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/**
 * Someone who learns or looks after learners. The id stays; the e-mail is how to reach and sign in, and may change. A
 * name in one language suffices until the person supplies the other.
 */
@Entity
@Table(name = "person")
public class Person {
    @Id
    private UUID id;

    private String email;

    @Column(name = "name_en")
    private @Nullable String nameEn;

    @Column(name = "name_bn")
    private @Nullable String nameBn;

    @Column(name = "designation_en")
    private @Nullable String designationEn;

    @Column(name = "designation_bn")
    private @Nullable String designationBn;

    private @Nullable String organization;
    private @Nullable String unit;
    private @Nullable String phone;

    @Column(name = "service_id")
    private @Nullable String serviceId;

    @Enumerated(EnumType.STRING)
    private @Nullable Sex sex;

    @Column(name = "sort_en")
    private String sortEn;

    @Column(name = "sort_bn")
    private String sortBn;

    private String language;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    private boolean active;

    @Column(name = "merged_into")
    private @Nullable PersonId mergedInto;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected Person() {}

    public Person(PersonId id, String email, Profile profile, @Nullable String organization, Instant now) {
        this.id = id.value();
        this.email = normalized(email);
        this.organization = organization;
        this.active = true;
        this.createdAt = now;
        this.language = Language.BN.name();
        revise(profile);
    }

    /** How an e-mail is stored and compared. */
    public static String normalized(String email) {
        return CleanText.key(email).toLowerCase(Locale.ROOT);
    }

    /** Takes over what the profile says; what it leaves out stays. True when anything changed. */
    public boolean revise(Profile profile) {
        Profile before = profile();
        LocalizedText name = profile.name();
        LocalizedText designation = profile.designation();
        nameEn = or(name == null ? null : name.en(), nameEn);
        nameBn = or(name == null ? null : name.bn(), nameBn);
        designationEn = or(designation == null ? null : designation.en(), designationEn);
        designationBn = or(designation == null ? null : designation.bn(), designationBn);
        unit = or(profile.unit(), unit);
        phone = or(profile.phone(), phone);
        serviceId = or(profile.serviceId(), serviceId);
        Language wished = profile.language();
        language = wished == null ? language : wished.name();
        sex = profile.sex() == null ? sex : profile.sex();
        sort();
        return !before.equals(profile());
    }

    /** Takes the profile over as it is, with what it leaves out empty; only the language must be there. */
    void take(Profile whole) {
        nameEn = null;
        nameBn = null;
        designationEn = null;
        designationBn = null;
        unit = null;
        phone = null;
        serviceId = null;
        sex = null;
        revise(whole);
    }

    /** What taking over this profile would change, field by field. */
    public List<FieldChange> changes(Profile wished) {
        Person trial = new Person(id(), email, profile(), organization, createdAt);
        trial.revise(wished);
        return FieldChange.between(profile(), trial.profile());
    }

    /** Makes changes that were found before. */
    public void apply(List<FieldChange> changes) {
        changes.forEach(change -> put(change.field(), change.to()));
        sort();
    }

    /** Puts back what these changes did, where nobody has changed it since; tells which were put back. */
    public List<FieldChange> takeBack(List<FieldChange> changes) {
        Map<String, @Nullable String> now = FieldChange.fields(profile());
        List<FieldChange> back = changes.stream()
                .filter(change -> Objects.equals(now.get(change.field()), change.to()))
                .toList();
        back.forEach(change -> put(change.field(), change.from()));
        sort();
        return back;
    }

    private void put(String field, @Nullable String value) {
        switch (field) {
            case "name_en" -> nameEn = value;
            case "name_bn" -> nameBn = value;
            case "designation_en" -> designationEn = value;
            case "designation_bn" -> designationBn = value;
            case "unit" -> unit = value;
            case "phone" -> phone = value;
            case "service_id" -> serviceId = value;
            case "sex" -> sex = value == null ? null : Sex.valueOf(value.toUpperCase(Locale.ROOT));
            default -> language = value == null ? language : value.toUpperCase(Locale.ROOT);
        }
    }

    /** Adds what is missing in one language, as the person does at the first sign-in; nothing given is overwritten. */
    void supply(@Nullable LocalizedText name, @Nullable LocalizedText designation) {
        nameEn = or(nameEn, name == null ? null : name.en());
        nameBn = or(nameBn, name == null ? null : name.bn());
        designationEn = or(designationEn, designation == null ? null : designation.en());
        designationBn = or(designationBn, designation == null ? null : designation.bn());
        sort();
    }

    /** Keeps the keys that lists are sorted by: the name in each reader's language, else in the other, else the e-mail. */
    private void sort() {
        sortEn = SortKey.of(nameIn(Language.EN));
        sortBn = SortKey.of(nameIn(Language.BN));
    }

    String sortEn() {
        return sortEn;
    }

    String sortBn() {
        return sortBn;
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    void changeEmail(String address) {
        email = normalized(address);
        sort();
    }

    void moveTo(String institute) {
        organization = institute;
    }

    void activate(boolean now) {
        active = now;
    }

    /** Becomes the alias of another record of the same person, or itself again. */
    void mergeInto(@Nullable PersonId kept) {
        mergedInto = kept;
    }

    /** Takes everything away that tells who it was. There is no way back. */
    void erase(String pseudonym, Instant now) {
        take(new Profile(null, null, null, null, null, null));
        passwordHash = null;
        active = false;
        erasedAt = now;
        changeEmail(pseudonym);
    }

    public PersonId id() {
        return new PersonId(id);
    }

    public String email() {
        return email;
    }

    public @Nullable LocalizedText name() {
        return text(nameEn, nameBn);
    }

    /** How to address the person: the name in this language or the other, else the e-mail. */
    public String nameIn(Language reader) {
        LocalizedText name = name();
        return name == null ? email : name.in(reader);
    }

    public @Nullable LocalizedText designation() {
        return text(designationEn, designationBn);
    }

    public Profile profile() {
        return new Profile(name(), designation(), unit, phone, serviceId, language(), sex);
    }

    public @Nullable String organization() {
        return organization;
    }

    public @Nullable String serviceId() {
        return serviceId;
    }

    public Language language() {
        return Language.valueOf(language);
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    /** Whether the person has ever chosen a password. */
    public boolean hasSignedUp() {
        return passwordHash != null;
    }

    public boolean isActive() {
        return active;
    }

    public PersonState state() {
        return PersonState.of(this);
    }

    /** The record that this one was joined to, or null. */
    public @Nullable PersonId mergedInto() {
        return mergedInto;
    }

    public @Nullable Instant erasedAt() {
        return erasedAt;
    }

    /** Whether this is nobody's own record any more: joined to another, or erased. */
    public boolean isClosed() {
        return mergedInto != null || erasedAt != null;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    private static @Nullable LocalizedText text(@Nullable String en, @Nullable String bn) {
        return en == null && bn == null ? null : new LocalizedText(en, bn);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Person person && person.id.equals(id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }

    /** What is known of a person beside the e-mail; null leaves a field as it is. */
    public record Profile(
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation,
            @Nullable String unit,
            @Nullable String phone,
            @Nullable String serviceId,
            @Nullable Language language,
            @Nullable Sex sex) {
        public Profile(
                @Nullable LocalizedText name,
                @Nullable LocalizedText designation,
                @Nullable String unit,
                @Nullable String phone,
                @Nullable String serviceId,
                @Nullable Language language) {
            this(name, designation, unit, phone, serviceId, language, null);
        }
    }

    /** Recorded only where it is given, for reports by sex. */
    public enum Sex {
        FEMALE,
        MALE,
        OTHER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
