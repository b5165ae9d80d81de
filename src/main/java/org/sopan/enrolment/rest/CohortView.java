package org.sopan.enrolment.rest;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Cohort;
import org.sopan.shared.LocalizedText;

/** A cohort; no course means the whole programme. */
public record CohortView(
        String id,
        String host,
        @Nullable String course,
        LocalizedText title,
        LocalDate starts,
        LocalDate ends,
        Map<String, Integer> seats,
        @Nullable String order) {
    static CohortView of(Cohort cohort) {
        return new CohortView(
                cohort.id().toString(),
                cohort.host(),
                cohort.course(),
                cohort.title(),
                cohort.starts(),
                cohort.ends(),
                cohort.seats(),
                cohort.nominationOrder());
    }
}
