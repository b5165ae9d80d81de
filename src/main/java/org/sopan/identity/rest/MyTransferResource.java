package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sopan.identity.AskForTransfer;
import org.sopan.platform.Requires;

/** {@code POST /api/me/transfer}: I move to another institute, and agree with it. */
@Path("me/transfer")
@Produces(MediaType.APPLICATION_JSON)
public class MyTransferResource {
    private final AskForTransfer askForTransfer;
    private final TransferViews views;

    @Inject
    public MyTransferResource(AskForTransfer askForTransfer, TransferViews views) {
        this.askForTransfer = askForTransfer;
        this.views = views;
    }

    @POST
    @Requires
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@NotNull @Valid Move wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(views.own(askForTransfer.own(wanted.to())))
                .build();
    }

    /** To which institute. */
    public record Move(@NotBlank String to) {}
}
