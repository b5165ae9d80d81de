package org.sopan.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/** E-mail and password. */
public record Credentials(@NotBlank @Size(max = 320) String email, @NotEmpty @Size(max = 1000) String password) {}
