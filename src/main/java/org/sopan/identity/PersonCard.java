package org.sopan.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.PersonId;

/** What tells a person from others, without the whole record. */
public record PersonCard(
        UUID id,
        String email,
        @Nullable String nameEn,
        @Nullable String nameBn,
        @Nullable String designationEn,
        @Nullable String designationBn,
        @Nullable String phone,
        @Nullable String serviceId,
        @Nullable PersonId mergedInto) {}
