package org.sopan.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/**
 * People of an institute by steps of a course. A cell is {@code -} not required, {@code o} open, {@code d} done,
 * {@code 72} the best percent, not passed, {@code 72d} passed.
 */
public record Matrix(List<Column> columns, List<Row> people, long total) {
    /** A step of the course. */
    public record Column(String kind, String id, LocalizedText title) {}

    /**
     * One enrolment: its person, state and cells in the order of the columns. Who is in several cohorts has several.
     *
     * @param id the person's
     */
    public record Row(
            String id,
            String enrolment,
            @Nullable String cohort,
            LocalizedText name,
            String email,
            @Nullable LocalizedText designation,
            int percent,
            String state,
            @Nullable LocalDate due,
            @Nullable Instant lastActivity,
            List<String> cells) {}
}
