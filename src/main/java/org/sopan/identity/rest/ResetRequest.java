package org.sopan.identity.rest;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An e-mail to send a link to; or the token of that link with the password chosen. */
public record ResetRequest(
        @Size(max = 320) @Nullable String email,
        @Size(max = 200) @Nullable String token,
        @Size(max = 1000) @Nullable String password) {}
