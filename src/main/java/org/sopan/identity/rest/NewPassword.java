package org.sopan.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/** A link's token, the password chosen, and what the person adds of name and designation. */
public record NewPassword(
        @NotBlank @Size(max = 200) String token,
        @NotEmpty @Size(max = 1000) String password,
        @Nullable LocalizedText name,
        @Nullable LocalizedText designation) {}
