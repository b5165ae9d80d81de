package org.sopan.credential.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sopan.credential.Certificate;
import org.sopan.credential.Register;
import org.sopan.platform.PathId;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/** What narrows and pages the register, as it stands in the address. */
public class RegisterParameters {
    @QueryParam("institute")
    private @Nullable String institute;

    @QueryParam("kind")
    private @Nullable String kind;

    @QueryParam("course")
    private @Nullable String course;

    @QueryParam("cohort")
    private @Nullable String cohort;

    @QueryParam("status")
    private @Nullable String status;

    @QueryParam("q")
    private @Nullable String words;

    @QueryParam("from")
    private @Nullable String from;

    @QueryParam("to")
    private @Nullable String to;

    @QueryParam("page")
    @DefaultValue("0")
    @Min(0)
    @Max(1_000_000)
    private int page;

    @QueryParam("size")
    @DefaultValue("50")
    @Min(1)
    @Max(500)
    private int size;

    Register.Wanted wanted() {
        String inCohort = given(cohort);
        return new Register.Wanted(
                given(institute),
                given(kind),
                given(course),
                inCohort == null ? null : new CohortId(PathId.uuid(inCohort, "unknown-cohort")),
                status(given(status)),
                given(words),
                day("from", given(from)),
                day("to", given(to)));
    }

    int page() {
        return page;
    }

    int size() {
        return size;
    }

    private static Certificate.@Nullable Status status(@Nullable String word) {
        return word == null
                ? null
                : Arrays.stream(Certificate.Status.values())
                        .filter(status -> status.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> Invalid.malformed("no-such-state"));
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Invalid.malformed("invalid-input", new FieldError(field, "not-a-date"));
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
