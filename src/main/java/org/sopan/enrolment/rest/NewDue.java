package org.sopan.enrolment.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Another last day, and why. */
public record NewDue(@NotNull LocalDate due, @NotBlank @Size(max = 500) String reason) {}
