package org.sopan.mail.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.sopan.mail.AddressTroubles;
import org.sopan.mail.ClearAddress;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.Page;

/** {@code /api/outbox/addresses}: the addresses that take no mail; {@code DELETE ?address=} lets one be tried again. */
@Path("outbox/addresses")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxAddressesResource {
    private final AddressTroubles troubles;
    private final ClearAddress clearAddress;

    @Inject
    public OutboxAddressesResource(AddressTroubles troubles, ClearAddress clearAddress) {
        this.troubles = troubles;
        this.clearAddress = clearAddress;
    }

    @GET
    @Requires(Role.ADMINISTRATOR)
    public Page<AddressTroubles.Trouble> list(
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        return troubles.list(page, size);
    }

    @DELETE
    @Requires(Role.ADMINISTRATOR)
    public void clear(@QueryParam("address") @NotNull @Size(max = 320) String address) {
        clearAddress.clear(address);
    }
}
