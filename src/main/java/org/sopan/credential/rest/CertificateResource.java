package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.credential.Certificates;
import org.sopan.platform.Public;

/** {@code GET /api/certificates/{serial}}: anyone may check. */
@Path("certificates/{serial}")
@Produces(MediaType.APPLICATION_JSON)
public class CertificateResource {
    private final Certificates certificates;

    @Inject
    public CertificateResource(Certificates certificates) {
        this.certificates = certificates;
    }

    @GET
    @Public
    @Transactional(Transactional.TxType.SUPPORTS)
    public CertificateView check(@PathParam("serial") String serial) {
        return CertificateView.of(certificates.printed(serial));
    }
}
