package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.sopan.credential.ListSlots;
import org.sopan.credential.Slots;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code GET /api/certificate-slots}: which pictures the next certificates carry. */
@Path("certificate-slots")
@Produces(MediaType.APPLICATION_JSON)
public class SlotsResource {
    private final ListSlots listSlots;

    @Inject
    public SlotsResource(ListSlots listSlots) {
        this.listSlots = listSlots;
    }

    @GET
    @Requires(Role.ADMINISTRATOR)
    public List<Slots.Filled> list() {
        return listSlots.list();
    }
}
