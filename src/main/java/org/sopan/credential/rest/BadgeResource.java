package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.sopan.credential.ReadBadge;
import org.sopan.platform.Durability;
import org.sopan.platform.Requires;

/** {@code GET /api/certificates/{serial}/badge}: the certificate as an Open Badge 3.0, a signed credential. */
@Path("certificates/{serial}/badge")
public class BadgeResource {
    static final String CREDENTIAL = "application/vc+ld+json";
    private final ReadBadge readBadge;
    private final Durability durability;

    @Inject
    public BadgeResource(ReadBadge readBadge, Durability durability) {
        this.readBadge = readBadge;
        this.durability = durability;
    }

    @GET
    @Requires
    @Produces(CREDENTIAL)
    public Response read(@PathParam("serial") String serial) {
        String badge = readBadge.read(serial);
        // its place in a status list must not be given away a second time after a power cut
        durability.await();
        return Response.ok(badge, CREDENTIAL)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sopan-badge.json\"")
                .build();
    }
}
