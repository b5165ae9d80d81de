package org.sopan.report.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.sopan.report.FiscalYear;
import org.sopan.report.ListCompletions;
import org.sopan.shared.Language;

/** What narrows, sorts and pages a list of completions, as it stands in the address. */
public class CompletionParameters extends PeopleParameters {
    @QueryParam("course")
    private @Nullable String course;

    @QueryParam("fiscalYear")
    private @Nullable String fiscalYear;

    @QueryParam("page")
    @DefaultValue("0")
    @Min(0)
    private int page;

    @QueryParam("size")
    @DefaultValue("50")
    @Min(1)
    @Max(500)
    private int size;

    ListCompletions.Selection selection(Language reader) {
        return new ListCompletions.Selection(
                course == null || course.isBlank() ? null : course,
                fiscalYear == null || fiscalYear.isBlank() ? null : FiscalYear.of(fiscalYear),
                filter(),
                reader);
    }

    int page() {
        return page;
    }

    int size() {
        return size;
    }
}
