package org.sopan.identity.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/** Oneself. */
public record PersonView(
        String id,
        String email,
        @Nullable LocalizedText name,
        @Nullable LocalizedText designation,
        @Nullable OrganizationRef organization,
        List<RoleView> roles,
        String language) {
    /** One's institute or office. */
    public record OrganizationRef(String id, LocalizedText name) {}

    /** A role, and for which organization or cohort. */
    public record RoleView(String role, @Nullable String organization, @Nullable String cohort) {}
}
