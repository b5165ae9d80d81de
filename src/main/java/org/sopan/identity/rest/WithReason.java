package org.sopan.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is done. */
public record WithReason(@NotBlank @Size(max = 500) String reason) {}
