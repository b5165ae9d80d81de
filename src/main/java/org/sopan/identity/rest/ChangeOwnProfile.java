package org.sopan.identity.rest;

import org.jspecify.annotations.Nullable;
import org.sopan.identity.ProfileChange;

/** What one changes of oneself: a field that is left out stays, an empty one is cleared. */
public record ChangeOwnProfile(
        ProfileChange.@Nullable Text name,
        ProfileChange.@Nullable Text designation,
        @Nullable String unit,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String sex) {
    ProfileChange change() {
        return new ProfileChange(name, designation, unit, phone, null, language, sex);
    }
}
