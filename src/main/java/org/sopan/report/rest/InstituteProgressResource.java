package org.sopan.report.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.report.InstituteMatrix;
import org.sopan.report.Matrix;
import org.sopan.report.MatrixCsv;
import org.sopan.shared.CohortId;

/** {@code GET /api/institutes/{id}/progress?cohort=&course=}: the matrix as JSON, or as CSV to download. */
@Path("institutes/{id}/progress")
public class InstituteProgressResource {
    private static final String CSV = "text/csv";
    private final InstituteMatrix matrix;
    private final RequestLanguage language;

    @Inject
    public InstituteProgressResource(InstituteMatrix matrix, RequestLanguage language) {
        this.matrix = matrix;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Produces({MediaType.APPLICATION_JSON, CSV})
    public Response show(
            @PathParam("id") String institute,
            @QueryParam("course") @Nullable String course,
            @QueryParam("cohort") @Nullable String cohort,
            @QueryParam("format") @Nullable String format,
            @QueryParam("page") @DefaultValue("0") @Min(0) int page,
            @QueryParam("size") @DefaultValue("0") @Min(0) @Max(10_000) int size,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        if (format != null && !format.equals("csv") && !format.equals("json")) {
            throw new WebApplicationException(Response.Status.NOT_ACCEPTABLE);
        }
        Matrix found = matrix.read(new InstituteMatrix.Selection(
                institute,
                course,
                cohort == null || cohort.isBlank() ? null : new CohortId(PathId.uuid(cohort, "unknown-cohort")),
                page,
                size));
        boolean csv = format == null ? accept != null && accept.startsWith(CSV) : format.equals("csv");
        Response.ResponseBuilder response = csv
                ? Response.ok(MatrixCsv.of(found, language.language()), CSV + ";charset=UTF-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + institute + ".csv\"")
                : Response.ok(found, MediaType.APPLICATION_JSON);
        return response.build();
    }
}
