package org.sopan.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/**
 * Institutes beside each other, for those enrolled in one fiscal year.
 *
 * @param course the one course, or null for all
 * @param total the sum of what is told of each
 */
public record Comparison(String fiscalYear, @Nullable String course, List<Compared> institutes, Rate total) {

    /** One institute. */
    public record Compared(String institute, LocalizedText name, Rate rate) {}

    /**
     * A rate with its base, or nothing but that it is suppressed: a small group is somebody. The groups are an
     * institute's people in one course; a small one is part of no sum.
     *
     * @param base who was enrolled
     * @param completed who of them has completed by now
     * @param rate in percent
     * @param medianDays from the first act to completion; only where enough have completed
     */
    public record Rate(
            @Nullable Boolean suppressed,
            @Nullable Integer base,
            @Nullable Integer completed,
            @Nullable Integer rate,
            @Nullable Integer medianDays) {
        static final Rate SUPPRESSED = new Rate(true, null, null, null, null);
    }
}
