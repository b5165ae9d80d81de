package org.sopan.enrolment.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.OpenCohort;
import org.sopan.shared.LocalizedText;

/** A cohort to be opened, for one course or, with {@code programme: true} or no course, the whole programme. */
public record NewCohort(
        @NotBlank String host,
        @Nullable Boolean programme,
        @Nullable String course,
        @NotNull LocalizedText title,
        @NotNull LocalDate starts,
        @NotNull LocalDate ends,
        @Nullable Map<String, Integer> seats,
        @Size(max = 300) @Nullable String order,
        @Nullable LocalDate orderDate) {
    OpenCohort.Plan plan() {
        return new OpenCohort.Plan(
                host,
                Boolean.TRUE.equals(programme) ? null : course,
                title,
                starts,
                ends,
                seats == null ? Map.of() : seats,
                order,
                orderDate);
    }
}
