package org.sopan.report.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.sopan.document.Download;
import org.sopan.document.Exports;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.report.ListCompletions;
import org.sopan.shared.CohortId;

/** {@code GET /api/cohorts/{id}/completions}: the caller's own people in a cohort with dates and certificates. */
@Path("cohorts/{id}/completions")
public class CohortCompletionsResource {
    private final ListCompletions completions;
    private final Exports exports;
    private final RequestLanguage language;

    @Inject
    public CohortCompletionsResource(ListCompletions completions, Exports exports, RequestLanguage language) {
        this.completions = completions;
        this.exports = exports;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR})
    @Produces({MediaType.APPLICATION_JSON, Download.CSV, Download.XLSX})
    public Response list(
            @PathParam("id") String id,
            @BeanParam @Valid CompletionParameters asked,
            @QueryParam("format") @Nullable String format,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        CohortId cohort = new CohortId(PathId.uuid(id, "unknown-cohort"));
        Exports.Format file = Download.format(format, accept);
        ListCompletions.Selection selection = asked.selection(language.language());
        return file == null
                ? Response.ok(
                                completions.ofCohort(cohort, selection, asked.page(), asked.size()),
                                MediaType.APPLICATION_JSON)
                        .build()
                : Download.of(
                        exports.write(completions.exportOfCohort(cohort, selection), file), file, "cohort-people");
    }
}
