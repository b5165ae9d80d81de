package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.identity.DecideTransfer;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code POST /api/transfers/{id}/decision}: the new institute accepts or declines. */
@Path("transfers/{id}/decision")
@Produces(MediaType.APPLICATION_JSON)
public class TransferDecisionResource {
    private final DecideTransfer decideTransfer;
    private final TransferViews views;

    @Inject
    public TransferDecisionResource(DecideTransfer decideTransfer, TransferViews views) {
        this.decideTransfer = decideTransfer;
        this.views = views;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public TransferView decide(@PathParam("id") String id, @NotNull @Valid Decision decision) {
        return views.seen(decideTransfer.decide(PathId.uuid(id, "unknown-transfer"), decision.accept()));
    }

    /** Yes or no. */
    public record Decision(@NotNull Boolean accept) {}
}
