package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.sopan.credential.ReadPaper;
import org.sopan.platform.Requires;

/** {@code GET /api/certificates/{serial}/pdf}: the bytes as they were stored. */
@Path("certificates/{serial}/pdf")
public class CertificatePdfResource {
    private final ReadPaper readPaper;

    @Inject
    public CertificatePdfResource(ReadPaper readPaper) {
        this.readPaper = readPaper;
    }

    @GET
    @Requires
    @Produces("application/pdf")
    public Response read(@PathParam("serial") String serial) {
        return Response.ok(readPaper.read(serial), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"sopan-certificate.pdf\"")
                .build();
    }
}
