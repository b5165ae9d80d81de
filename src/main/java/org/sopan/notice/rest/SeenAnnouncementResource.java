package org.sopan.notice.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.sopan.notice.ReadAnnouncements;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;

/** {@code POST /api/me/announcements/{id}/seen}; the first time counts. */
@Path("me/announcements/{id}/seen")
public class SeenAnnouncementResource {
    private final ReadAnnouncements readAnnouncements;

    @Inject
    public SeenAnnouncementResource(ReadAnnouncements readAnnouncements) {
        this.readAnnouncements = readAnnouncements;
    }

    @POST
    @Requires
    public void see(@PathParam("id") String id) {
        readAnnouncements.see(PathId.uuid(id, "unknown-announcement"));
    }
}
