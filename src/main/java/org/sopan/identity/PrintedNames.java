package org.sopan.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** Knows what a person's certificates say; {@code credential} supplies it. A name that is printed no longer changes freely. */
public interface PrintedNames {
    /** Name and designation on one certificate, and whether it is still the valid one. */
    record Printed(String serial, LocalizedText name, @Nullable LocalizedText designation, boolean valid) {}

    List<Printed> of(PersonId person);
}
