package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.sopan.identity.DecideTransfer;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;

/** {@code DELETE /api/transfers/{id}}: the person takes it back. */
@Path("transfers/{id}")
public class TransferResource {
    private final DecideTransfer decideTransfer;

    @Inject
    public TransferResource(DecideTransfer decideTransfer) {
        this.decideTransfer = decideTransfer;
    }

    @DELETE
    @Requires
    public void withdraw(@PathParam("id") String id) {
        decideTransfer.withdraw(PathId.uuid(id, "unknown-transfer"));
    }
}
