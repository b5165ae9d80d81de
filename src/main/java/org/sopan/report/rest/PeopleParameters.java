package org.sopan.report.rest;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.PathId;
import org.sopan.report.PeopleFilter;
import org.sopan.shared.CohortId;

/** What narrows and sorts a list of people, as it stands in the address. */
public class PeopleParameters {
    @QueryParam("cohort")
    private @Nullable String cohort;

    @QueryParam("state")
    private @Nullable String state;

    @QueryParam("q")
    private @Nullable String query;

    @QueryParam("designation")
    private @Nullable String designation;

    @QueryParam("sort")
    private @Nullable String sort;

    @QueryParam("order")
    private @Nullable String order;

    PeopleFilter filter() {
        return PeopleFilter.of(cohortId(), state, query, designation, sort, order);
    }

    @Nullable
    CohortId cohortId() {
        return cohort == null || cohort.isBlank() ? null : new CohortId(PathId.uuid(cohort, "unknown-cohort"));
    }
}
