package org.sopan.assessment.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.sopan.assessment.Allowance;

/**
 * How many attempts more, or minutes more for each attempt, at which quiz, and why; {@code once} is drawn by the client
 * and sent again with a repeat.
 */
public record NewAllowance(
        @NotBlank String quiz,
        @Min(1) @Max(5) @Nullable Integer attempts,
        @Min(1) @Max(180) @Nullable Integer minutes,
        @NotBlank @Size(max = 500) String reason,
        @Pattern(regexp = "[\\w-]{1,100}") @Nullable String once) {
    Allowance.Terms terms() {
        return new Allowance.Terms(quiz, attempts == null ? 0 : attempts, minutes == null ? 0 : minutes, reason, once);
    }
}
