package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.sopan.credential.ForgetPicture;
import org.sopan.credential.ReadPicture;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code /api/pictures/{key}}: the picture as it is kept, always a PNG. One that was never used can be taken back. */
@Path("pictures/{key}")
public class PictureResource {
    private final ReadPicture readPicture;
    private final ForgetPicture forgetPicture;

    @Inject
    public PictureResource(ReadPicture readPicture, ForgetPicture forgetPicture) {
        this.readPicture = readPicture;
        this.forgetPicture = forgetPicture;
    }

    @GET
    @Requires(Role.ADMINISTRATOR)
    @Produces("image/png")
    public byte[] read(@PathParam("key") String key) {
        return readPicture.png(key);
    }

    @DELETE
    @Requires(Role.ADMINISTRATOR)
    public void forget(@PathParam("key") String key) {
        forgetPicture.forget(key);
    }
}
