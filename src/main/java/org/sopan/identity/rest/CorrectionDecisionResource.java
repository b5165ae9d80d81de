package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.DecideCorrection;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code POST /api/corrections/{id}/decision}: accept or decline; the same again gives the same answer. */
@Path("corrections/{id}/decision")
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionDecisionResource {
    private final DecideCorrection decideCorrection;

    @Inject
    public CorrectionDecisionResource(DecideCorrection decideCorrection) {
        this.decideCorrection = decideCorrection;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public CorrectionView decide(@PathParam("id") String id, @NotNull @Valid Decision decision) {
        return CorrectionView.seen(
                decideCorrection.decide(PathId.uuid(id, "unknown-correction"), decision.accept(), decision.note()));
    }

    /** Yes or no; a no says why. */
    public record Decision(@NotNull Boolean accept, @Size(max = 500) @Nullable String note) {}
}
