package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.sopan.credential.FillSlot;
import org.sopan.credential.Slots;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/**
 * {@code PUT} and {@code DELETE /api/certificate-slots/{slot}?organization=}: {@code emblem} or {@code logo} of the
 * certificates issued from now on; a logo may be one organization's own.
 */
@Path("certificate-slots/{slot}")
@Produces(MediaType.APPLICATION_JSON)
public class SlotResource {
    private final FillSlot fillSlot;

    @Inject
    public SlotResource(FillSlot fillSlot) {
        this.fillSlot = fillSlot;
    }

    @PUT
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Slots.Filled fill(
            @PathParam("slot") String slot,
            @QueryParam("organization") @Nullable String organization,
            @NotNull @Valid SlotPicture wanted) {
        fillSlot.fill(slot, organization, wanted.picture());
        return new Slots.Filled(slot, organization, wanted.picture());
    }

    @DELETE
    @Requires(Role.ADMINISTRATOR)
    public void empty(@PathParam("slot") String slot, @QueryParam("organization") @Nullable String organization) {
        fillSlot.fill(slot, organization, null);
    }

    /** The picture's key. */
    public record SlotPicture(@NotBlank String picture) {}
}
