package org.sopan.organization.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.organization.Organizations;
import org.sopan.platform.Clocks;
import org.sopan.platform.Public;

/** {@code GET /api/organizations?type=}: official names are no secret. */
@Path("organizations")
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationsResource {
    private final Organizations organizations;
    private final Clock clock;

    @Inject
    public OrganizationsResource(Organizations organizations, Clock clock) {
        this.organizations = organizations;
        this.clock = clock;
    }

    @GET
    @Public
    public List<OrganizationView> list(@QueryParam("type") @Nullable String type) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        return organizations.list(type).stream()
                .map(organization -> OrganizationView.of(organization, today))
                .toList();
    }
}
