package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.sopan.enrolment.KeepOrderDocument;
import org.sopan.enrolment.OrderDocuments;
import org.sopan.enrolment.ShowCohort;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;

/** {@code /api/cohorts/{id}/order-document}: the nomination order as it was signed; PDF, PNG or JPEG up to 5 MB. */
@Path("cohorts/{id}/order-document")
public class OrderDocumentResource {
    private static final int LARGEST = 5 * 1024 * 1024;
    private final KeepOrderDocument keepOrderDocument;
    private final ShowCohort showCohort;

    @Inject
    public OrderDocumentResource(KeepOrderDocument keepOrderDocument, ShowCohort showCohort) {
        this.keepOrderDocument = keepOrderDocument;
        this.showCohort = showCohort;
    }

    @PUT
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes({"application/pdf", "image/png", "image/jpeg"})
    @Produces(MediaType.APPLICATION_JSON)
    public CohortView keep(@PathParam("id") String id, InputStream body) throws IOException {
        byte[] content = body.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        CohortId cohort = new CohortId(PathId.uuid(id, "unknown-cohort"));
        keepOrderDocument.keep(cohort, content);
        return CohortView.of(showCohort.show(cohort));
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR, Role.FACILITATOR, Role.VIEWER})
    @Produces({"application/pdf", "image/png", "image/jpeg"})
    public Response read(@PathParam("id") String id) {
        OrderDocuments.Document document = keepOrderDocument.read(new CohortId(PathId.uuid(id, "unknown-cohort")));
        String ending = document.mediaType().substring(document.mediaType().indexOf('/') + 1);
        return Response.ok(document.content(), document.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"nomination-order." + ending + "\"")
                .build();
    }
}
