package org.sopan.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** Knows what people's certificates say; {@code credential} supplies it. A name that is printed no longer changes freely. */
public interface PrintedNames {
    /** Name and designation on one certificate, and whether it is still the valid one. */
    record Printed(String serial, LocalizedText name, @Nullable LocalizedText designation, boolean valid) {}

    /** The certificates of each of these people who has any, those of joined records included. */
    Map<PersonId, List<Printed>> among(Collection<PersonId> people);

    default List<Printed> of(PersonId person) {
        return among(List.of(person)).getOrDefault(person, List.of());
    }
}
