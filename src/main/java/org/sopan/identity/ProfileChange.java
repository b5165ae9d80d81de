package org.sopan.identity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** What is to change of a profile: null leaves a field as it is, an empty text clears it. One name must stay. */
public record ProfileChange(
        @Nullable Text name,
        @Nullable Text designation,
        @Nullable String unit,
        @Nullable String phone,
        @Nullable String serviceId,
        @Nullable String language,
        @Nullable String sex) {

    /** Text in two languages, of which each may be left as it is or cleared by itself. */
    public record Text(@Nullable String en, @Nullable String bn) {
        @Nullable
        LocalizedText over(@Nullable LocalizedText before, String field) {
            String newEn = changed(en, before == null ? null : before.en(), field);
            String newBn = changed(bn, before == null ? null : before.bn(), field);
            return newEn == null && newBn == null ? null : new LocalizedText(newEn, newBn);
        }
    }

    /** The profile with these changes. */
    Person.Profile over(Person.Profile before) {
        LocalizedText newName = name == null ? before.name() : name.over(before.name(), "name");
        if (newName == null && before.name() != null) {
            throw refused("name", "missing");
        }
        return new Person.Profile(
                newName,
                designation == null ? before.designation() : designation.over(before.designation(), "designation"),
                changed(unit, before.unit(), "unit"),
                phone == null ? before.phone() : number(phone),
                serviceId == null
                        ? before.serviceId()
                        : changed(CleanText.key(BanglaDigits.toLatin(serviceId)), before.serviceId(), "serviceId"),
                language == null ? before.language() : language(language),
                sex == null ? before.sex() : sex(sex));
    }

    private static @Nullable String changed(@Nullable String typed, @Nullable String before, String field) {
        if (typed == null) {
            return before;
        }
        String clean = CleanText.line(typed);
        if (clean.length() > CleanText.LONGEST) {
            throw refused(field, "size");
        }
        return clean.isEmpty() ? null : clean;
    }

    private static @Nullable String number(String typed) {
        return CleanText.line(typed).isEmpty()
                ? null
                : PhoneNumber.of(typed).orElseThrow(() -> refused("phone", "phone"));
    }

    private static Language language(String tag) {
        return Language.ofTag(tag).orElseThrow(() -> refused("language", "language"));
    }

    private static Person.@Nullable Sex sex(String word) {
        return word.isBlank()
                ? null
                : Arrays.stream(Person.Sex.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> refused("sex", "invalid"));
    }

    private static Invalid refused(String field, String code) {
        return Invalid.refused("invalid-input", new FieldError(field, code));
    }
}
