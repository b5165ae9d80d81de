package org.sopan.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/**
 * Where a cohort stands: how many came how far, who needs a hand, and how long it takes.
 *
 * @param whole whether everybody is counted, or only the people of the caller's institutes
 * @param medianDaysToFinish from the first act to completion
 */
public record CohortDashboard(
        CohortRef cohort,
        boolean whole,
        Funnel funnel,
        AtRisk atRisk,
        @Nullable Integer medianDaysToFinish,
        List<ModuleDone> perModule,
        List<InstituteDone> perInstitute) {

    /** Which cohort it is. */
    public record CohortRef(
            String id,
            LocalizedText title,
            String host,
            LocalizedText hostName,
            @Nullable String course,
            LocalDate starts,
            LocalDate ends) {}

    /** Enrolments by state; those with a valid certificate are among the completed. */
    public record Funnel(
            int enrolled, int invited, int active, int completed, int withdrawn, int lapsed, int certified) {}

    /**
     * Open enrolments that may not end well.
     *
     * @param items the most pressing of the caller's own people
     * @param total of all who are counted
     * @param reasons how many for each reason; one may have several
     */
    public record AtRisk(List<Pressing> items, int total, Map<String, Integer> reasons) {}

    /**
     * One of them.
     *
     * @param reasons {@code no-activity}, {@code due-soon} (or past due), {@code failing-quiz}
     */
    public record Pressing(
            String enrolment,
            String person,
            LocalizedText name,
            String institute,
            String course,
            String state,
            List<String> reasons,
            @Nullable Instant lastActivity,
            @Nullable LocalDate due,
            @Nullable String quiz) {}

    /** How many of those of whom a module is required have done it. */
    public record ModuleDone(String course, String module, LocalizedText title, int done, int of) {}

    /** How many of an institute's people have completed; who was withdrawn does not count. */
    public record InstituteDone(String institute, LocalizedText name, int completed, int of) {}
}
