package org.sopan.enrolment.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why; it stands beside the act for ever. */
public record Reason(@NotBlank @Size(max = 500) String reason) {}
