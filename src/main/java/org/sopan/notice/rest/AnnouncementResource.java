package org.sopan.notice.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.sopan.notice.Announce;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code DELETE /api/announcements/{id}}: its author takes it back. */
@Path("announcements/{id}")
public class AnnouncementResource {
    private final Announce announce;

    @Inject
    public AnnouncementResource(Announce announce) {
        this.announce = announce;
    }

    @DELETE
    @Requires({Role.COORDINATOR, Role.FACILITATOR, Role.ADMINISTRATOR})
    public void withdraw(@PathParam("id") String id) {
        announce.withdraw(PathId.uuid(id, "unknown-announcement"));
    }
}
