package org.sopan.report.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.sopan.document.Download;
import org.sopan.document.Exports;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.report.ExportMatrix;
import org.sopan.report.InstituteMatrix;
import org.sopan.report.Matrix;

/** {@code GET /api/institutes/{id}/progress}: the matrix as JSON, or as CSV or XLSX to download. */
@Path("institutes/{id}/progress")
public class InstituteProgressResource {
    private final InstituteMatrix matrix;
    private final ExportMatrix export;
    private final Exports exports;
    private final RequestLanguage language;

    @Inject
    public InstituteProgressResource(
            InstituteMatrix matrix, ExportMatrix export, Exports exports, RequestLanguage language) {
        this.matrix = matrix;
        this.export = export;
        this.exports = exports;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.VIEWER, Role.ADMINISTRATOR})
    @Produces({MediaType.APPLICATION_JSON, Download.CSV, Download.XLSX})
    public Response show(
            @PathParam("id") String institute,
            @QueryParam("course") @Nullable String course,
            @BeanParam PeopleParameters people,
            @QueryParam("format") @Nullable String format,
            @QueryParam("page") @DefaultValue("0") @Min(0) int page,
            @QueryParam("size") @DefaultValue("0") @Min(0) @Max(10_000) int size,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Exports.Format file = Download.format(format, accept);
        InstituteMatrix.Selection selection =
                new InstituteMatrix.Selection(institute, course, people.filter(), language.language(), page, size);
        if (file != null) {
            return Download.of(exports.write(export.of(selection), file), file, institute + "-progress");
        }
        Matrix found = matrix.read(selection);
        StreamingOutput json = out -> MatrixJson.write(found, out);
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .build();
    }
}
