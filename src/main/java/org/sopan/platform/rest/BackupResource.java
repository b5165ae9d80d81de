package org.sopan.platform.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.OperatorKey;
import org.sopan.platform.Public;
import org.sopan.platform.TakeBackup;
import org.sopan.shared.DomainException;

/** {@code POST /api/backup}: for the backup command, which shows the key of the data folder instead of a token. */
@Path("backup")
public class BackupResource {
    private final TakeBackup takeBackup;
    private final OperatorKey key;

    @Inject
    public BackupResource(TakeBackup takeBackup, OperatorKey key) {
        this.takeBackup = takeBackup;
        this.key = key;
    }

    @POST
    @Public
    @Produces("application/zip")
    public Response take(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        if (!key.opens(authorization)) {
            throw new DomainException.Unauthenticated("sign-in-needed");
        }
        takeBackup.mustBePossible();
        StreamingOutput zip = takeBackup::to;
        return Response.ok(zip, "application/zip").build();
    }
}
