package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.sopan.identity.MergePeople;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code DELETE /api/merges/{id}}: parts the records again, for thirty days; again changes nothing. */
@Path("merges/{id}")
public class MergeResource {
    private final MergePeople mergePeople;

    @Inject
    public MergeResource(MergePeople mergePeople) {
        this.mergePeople = mergePeople;
    }

    @DELETE
    @Requires(Role.ADMINISTRATOR)
    public void undo(@PathParam("id") String id) {
        mergePeople.undo(PathId.uuid(id, "unknown-merge"));
    }
}
