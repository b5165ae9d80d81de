package org.sopan.assessment.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.assessment.Allowance;
import org.sopan.assessment.ListAllowances;
import org.sopan.identity.Person;
import org.sopan.shared.LocalizedText;

/** Attempts or minutes more; {@code scope} is {@code enrolment} or {@code cohort}, there of one institute or of all. */
public record AllowanceView(
        String id,
        String quiz,
        int attempts,
        int minutes,
        String reason,
        String scope,
        @Nullable String institute,
        @Nullable By by,
        Instant at) {
    public record By(String id, @Nullable LocalizedText name) {}

    static List<AllowanceView> of(List<ListAllowances.Given> given) {
        return given.stream().map(AllowanceView::of).toList();
    }

    private static AllowanceView of(ListAllowances.Given given) {
        Allowance allowance = given.allowance();
        Person by = given.by();
        return new AllowanceView(
                allowance.id().toString(),
                allowance.quiz(),
                allowance.attempts(),
                allowance.minutes(),
                allowance.reason(),
                allowance.isForCohort() ? "cohort" : "enrolment",
                allowance.institute(),
                by == null ? null : new By(by.id().toString(), by.name()),
                allowance.givenAt());
    }
}
