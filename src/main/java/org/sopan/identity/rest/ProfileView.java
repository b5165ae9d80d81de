package org.sopan.identity.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/**
 * All that is known of a person; in a list without roles.
 *
 * @param nameFixed whether the name stands on a certificate and changes by a correction request only
 */
public record ProfileView(
        String id,
        String email,
        @Nullable LocalizedText name,
        @Nullable LocalizedText designation,
        PersonView.@Nullable OrganizationRef organization,
        @Nullable String unit,
        @Nullable String phone,
        @Nullable String serviceId,
        String language,
        @Nullable String sex,
        String state,
        @Nullable Boolean nameFixed,
        @Nullable List<PersonView.RoleView> roles) {}
