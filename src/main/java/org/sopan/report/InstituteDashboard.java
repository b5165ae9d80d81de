package org.sopan.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/**
 * An institute over time.
 *
 * @param from first month, such as 2026-07
 * @param to last month
 * @param by what the groups are of: month, course, designation or sex
 */
public record InstituteDashboard(
        String institute,
        String from,
        String to,
        String by,
        Numbers total,
        @Nullable Integer medianDaysToFinish,
        List<Month> months,
        List<Group> groups) {

    /**
     * Counts of a time.
     *
     * @param enrolled in this time
     * @param begun in this time, whenever enrolled
     * @param completed in this time, whenever enrolled
     * @param finished of those enrolled in this time, how many have completed by now
     * @param rate finished as percent of enrolled, or null where nobody was enrolled
     */
    public record Numbers(int enrolled, int begun, int completed, int finished, @Nullable Integer rate) {
        static Numbers of(Tally.Counts counts) {
            return new Numbers(
                    Math.max(0, counts.enrolled()),
                    Math.max(0, counts.begun()),
                    Math.max(0, counts.completed()),
                    Math.max(0, counts.finished()),
                    percent(counts.finished(), counts.enrolled()));
        }

        static @Nullable Integer percent(int part, int whole) {
            return whole <= 0 ? null : part * 100 / whole;
        }
    }

    /** One month. */
    public record Month(String month, int enrolled, int begun, int completed) {}

    /** One group; no id and no title means that nothing is recorded. */
    public record Group(@Nullable String id, @Nullable LocalizedText title, Numbers numbers) {}
}
