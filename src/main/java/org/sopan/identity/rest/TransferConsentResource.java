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

/** {@code POST /api/transfers/{id}/consent}: the person's yes or no, or an administrator's in her place. */
@Path("transfers/{id}/consent")
@Produces(MediaType.APPLICATION_JSON)
public class TransferConsentResource {
    private final DecideTransfer decideTransfer;
    private final TransferViews views;

    @Inject
    public TransferConsentResource(DecideTransfer decideTransfer, TransferViews views) {
        this.decideTransfer = decideTransfer;
        this.views = views;
    }

    @POST
    @Requires
    @Consumes(MediaType.APPLICATION_JSON)
    public TransferView answer(@PathParam("id") String id, @NotNull @Valid Consent consent) {
        return views.seen(decideTransfer.consent(PathId.uuid(id, "unknown-transfer"), consent.agree()));
    }

    /** Yes or no. */
    public record Consent(@NotNull Boolean agree) {}
}
