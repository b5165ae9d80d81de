package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.sopan.identity.DecideTransfer;
import org.sopan.platform.Requires;

/** {@code GET /api/me/transfers}: one's own, the latest first. */
@Path("me/transfers")
@Produces(MediaType.APPLICATION_JSON)
public class MyTransfersResource {
    private final DecideTransfer decideTransfer;
    private final TransferViews views;

    @Inject
    public MyTransfersResource(DecideTransfer decideTransfer, TransferViews views) {
        this.decideTransfer = decideTransfer;
        this.views = views;
    }

    @GET
    @Requires
    public List<TransferView> list() {
        return decideTransfer.own().stream().map(views::own).toList();
    }
}
