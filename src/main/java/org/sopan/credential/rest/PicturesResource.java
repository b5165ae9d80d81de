package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.sopan.credential.KeepPicture;
import org.sopan.document.Picture;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code POST /api/pictures}: an emblem, a logo or a signature, PNG or JPEG up to 1 MB and 1,600 pixels a side. */
@Path("pictures")
@Produces(MediaType.APPLICATION_JSON)
public class PicturesResource {
    private final KeepPicture keepPicture;

    @Inject
    public PicturesResource(KeepPicture keepPicture) {
        this.keepPicture = keepPicture;
    }

    @POST
    @Requires(Role.ADMINISTRATOR)
    @Consumes({"image/png", "image/jpeg"})
    public Response keep(InputStream body) throws IOException {
        byte[] file = body.readNBytes(Picture.LARGEST + 1);
        if (file.length > Picture.LARGEST) {
            throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return Response.status(Response.Status.CREATED)
                .entity(keepPicture.keep(file))
                .build();
    }
}
