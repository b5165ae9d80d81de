package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.sopan.credential.Issuer;
import org.sopan.platform.Public;

/** {@code GET /api/issuer}: who issues badges, with every key that ever signed. */
@Path("issuer")
public class IssuerResource {
    private final Issuer issuer;

    @Inject
    public IssuerResource(Issuer issuer) {
        this.issuer = issuer;
    }

    @GET
    @Public
    @Produces(OpenAnswers.LINKED_DATA)
    public Response show() {
        return OpenAnswers.of(issuer.document(), OpenAnswers.LINKED_DATA);
    }
}
