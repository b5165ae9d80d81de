package org.sopan.approval.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sopan.approval.Approval;
import org.sopan.approval.ShowApprovals;
import org.sopan.platform.PathId;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;

/** What narrows and pages the queue, as it stands in the address. */
public class ApprovalParameters {
    @QueryParam("state")
    private @Nullable String state;

    @QueryParam("institute")
    private @Nullable String institute;

    @QueryParam("kind")
    private @Nullable String kind;

    @QueryParam("cohort")
    private @Nullable String cohort;

    @QueryParam("q")
    private @Nullable String words;

    @QueryParam("page")
    @DefaultValue("0")
    @Min(0)
    @Max(1_000_000)
    private int page;

    @QueryParam("size")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    private int size;

    ShowApprovals.Wanted wanted() {
        String inCohort = given(cohort);
        String inState = given(state);
        return new ShowApprovals.Wanted(
                given(institute),
                given(kind),
                inCohort == null ? null : new CohortId(PathId.uuid(inCohort, "unknown-cohort")),
                inState == null ? null : state(inState),
                given(words));
    }

    int page() {
        return page;
    }

    int size() {
        return size;
    }

    private static Approval.State state(String word) {
        return Arrays.stream(Approval.State.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> DomainException.Invalid.malformed("no-such-state"));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
