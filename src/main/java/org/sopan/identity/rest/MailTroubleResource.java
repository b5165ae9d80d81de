package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.sopan.identity.ClearMailTrouble;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.PersonId;

/** {@code DELETE /api/people/{id}/mail-trouble}: the person's address is tried again. */
@Path("people/{id}/mail-trouble")
public class MailTroubleResource {
    private final ClearMailTrouble clear;

    @Inject
    public MailTroubleResource(ClearMailTrouble clear) {
        this.clear = clear;
    }

    @DELETE
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public void clear(@PathParam("id") String id) {
        clear.of(new PersonId(PathId.uuid(id, "unknown-person")));
    }
}
