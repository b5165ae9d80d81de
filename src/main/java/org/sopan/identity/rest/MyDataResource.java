package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.sopan.identity.DownloadMyData;
import org.sopan.platform.PersonalData;
import org.sopan.platform.Requires;

/** {@code GET /api/me/data}: everything that is held of oneself, as a ZIP. */
@Path("me/data")
public class MyDataResource {
    private final DownloadMyData downloadMyData;

    @Inject
    public MyDataResource(DownloadMyData downloadMyData) {
        this.downloadMyData = downloadMyData;
    }

    @GET
    @Requires
    @Produces("application/zip")
    public Response download() {
        PersonalData.Subject subject = downloadMyData.begin();
        StreamingOutput zip = out -> downloadMyData.write(subject, out);
        return Response.ok(zip, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sopan-my-data.zip\"")
                .build();
    }
}
