package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.DecideCorrection;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.Page;

/** {@code GET /api/corrections?state=&institute=}: what people ask to have corrected, the oldest first. */
@Path("corrections")
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionsResource {
    private final DecideCorrection decideCorrection;

    @Inject
    public CorrectionsResource(DecideCorrection decideCorrection) {
        this.decideCorrection = decideCorrection;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<CorrectionView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("institute") @Nullable String institute,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        Page<DecideCorrection.Seen> found = decideCorrection.list(state, institute, page, size);
        return new Page<>(found.items().stream().map(CorrectionView::seen).toList(), found.total());
    }
}
