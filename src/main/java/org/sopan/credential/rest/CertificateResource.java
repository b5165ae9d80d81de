package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.sopan.credential.Certificates;
import org.sopan.credential.VerifyThrottle;
import org.sopan.platform.Clients;
import org.sopan.platform.Public;
import org.sopan.shared.DomainException;

/** {@code GET /api/certificates/{serial}}: anyone may check. */
@Path("certificates/{serial}")
@Produces(MediaType.APPLICATION_JSON)
public class CertificateResource {
    private final Certificates certificates;
    private final VerifyThrottle throttle;
    private final Clients clients;

    @Inject
    public CertificateResource(Certificates certificates, VerifyThrottle throttle, Clients clients) {
        this.certificates = certificates;
        this.throttle = throttle;
        this.clients = clients;
    }

    @GET
    @Public
    @Transactional(Transactional.TxType.SUPPORTS)
    public CertificateView check(@PathParam("serial") String serial, @Context HttpServletRequest request) {
        String address = clients.address(request);
        throttle.admit(address);
        try {
            return CertificateView.of(certificates.printed(serial));
        } catch (DomainException.NotFound unknown) {
            throttle.missed(address);
            throw unknown;
        }
    }
}
