package org.sopan.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Colleagues;
import org.sopan.identity.GrantRole;
import org.sopan.platform.PathId;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** A role to be held, by someone known or by an e-mail with a name. */
public record NewRole(
        @Nullable String person,
        @Size(max = 320) @Nullable String email,
        @Nullable LocalizedText name,
        @Nullable LocalizedText designation,
        @NotBlank String role,
        @Nullable String organization,
        @Nullable String cohort) {
    GrantRole.Wanted wanted() {
        Role wished = Arrays.stream(Role.values())
                .filter(each -> each.word().equals(role))
                .findFirst()
                .orElseThrow(() -> Invalid.refused("invalid-input", new FieldError("role", "invalid")));
        return new GrantRole.Wanted(
                new Colleagues.Wanted(
                        person == null ? null : new PersonId(PathId.uuid(person, "unknown-person")),
                        email,
                        name,
                        designation),
                wished,
                organization,
                cohort == null ? null : new CohortId(PathId.uuid(cohort, "unknown-cohort")));
    }
}
