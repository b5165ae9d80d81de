package org.sopan.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** A field of a person's record that changes; null stands for nothing. */
public record FieldChange(String field, @Nullable String from, @Nullable String to) {

    static List<FieldChange> between(Person.Profile before, Person.Profile after) {
        Map<String, @Nullable String> old = fields(before);
        List<FieldChange> changes = new ArrayList<>();
        fields(after).forEach((field, value) -> {
            if (!Objects.equals(old.get(field), value)) {
                changes.add(new FieldChange(field, old.get(field), value));
            }
        });
        return changes;
    }

    /** A profile field by field, under the names of a roster's columns. */
    static Map<String, @Nullable String> fields(Person.Profile profile) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        Language language = profile.language();
        Person.Sex sex = profile.sex();
        fields.put("name_en", in(profile.name(), Language.EN));
        fields.put("name_bn", in(profile.name(), Language.BN));
        fields.put("designation_en", in(profile.designation(), Language.EN));
        fields.put("designation_bn", in(profile.designation(), Language.BN));
        fields.put("unit", profile.unit());
        fields.put("phone", profile.phone());
        fields.put("service_id", profile.serviceId());
        fields.put("language", language == null ? null : language.code());
        fields.put("sex", sex == null ? null : sex.word());
        return fields;
    }

    private static @Nullable String in(@Nullable LocalizedText text, Language language) {
        return text == null ? null : text.exactly(language);
    }
}
