package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Colleagues;
import org.sopan.identity.HandOver;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.PersonId;

/** {@code POST /api/institutes/{id}/handover}: the answer is the colleague's role. */
@Path("institutes/{id}/handover")
@Produces(MediaType.APPLICATION_JSON)
public class HandOverResource {
    private final HandOver handOver;

    @Inject
    public HandOverResource(HandOver handOver) {
        this.handOver = handOver;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public HeldRoleView handOver(@PathParam("id") String institute, @NotNull @Valid HandOverWish wish) {
        String from = wish.from();
        return HeldRoleView.of(handOver.handOver(
                institute,
                from == null ? null : new PersonId(PathId.uuid(from, "unknown-person")),
                wish.colleague(),
                wish.reason()));
    }

    /** To whom: an id or an e-mail. An administrator says from whom. */
    public record HandOverWish(
            @NotBlank @Size(max = 320) String to, @Nullable String from, @Size(max = 500) @Nullable String reason) {
        Colleagues.Wanted colleague() {
            return to.contains("@")
                    ? new Colleagues.Wanted(null, to, null, null)
                    : new Colleagues.Wanted(new PersonId(PathId.uuid(to, "unknown-person")), null, null, null);
        }
    }
}
