package org.sopan.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Clocks;

/** Tells which open enrolments need a hand, and why. Days without any act count from the cohort's first day. */
record Pressing(Instant now, LocalDate starts, int idleDays, int dueDays) {
    private static final String NO_ACTIVITY = "no-activity";
    private static final String DUE_SOON = "due-soon";
    private static final String FAILING_QUIZ = "failing-quiz";
    static final List<String> REASONS = List.of(NO_ACTIVITY, DUE_SOON, FAILING_QUIZ);

    List<String> reasons(Learning row) {
        List<String> reasons = new ArrayList<>();
        if (!row.isOpen()) {
            return reasons;
        }
        if (!now.isBefore(latest(row).plus(Duration.ofDays(idleDays)))) {
            reasons.add(NO_ACTIVITY);
        }
        LocalDate due = row.due();
        if (due != null && !due.isAfter(LocalDate.ofInstant(now, Clocks.DHAKA).plusDays(dueDays))) {
            reasons.add(DUE_SOON);
        }
        if (row.failing() != null) {
            reasons.add(FAILING_QUIZ);
        }
        return reasons;
    }

    private Instant latest(Learning row) {
        Instant first = starts.atStartOfDay(Clocks.DHAKA).toInstant();
        return Stream.<@Nullable Instant>of(first, row.enrolledAt(), row.begunAt(), row.lastActivity())
                .filter(java.util.Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(first);
    }
}
