package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.AskForTransfer;
import org.sopan.identity.DecideTransfer;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.Page;

/** {@code /api/transfers}: ask for someone, with the same answer whether there is such a person; and what is under way. */
@Path("transfers")
@Produces(MediaType.APPLICATION_JSON)
public class TransfersResource {
    private final AskForTransfer askForTransfer;
    private final DecideTransfer decideTransfer;
    private final TransferViews views;

    @Inject
    public TransfersResource(AskForTransfer askForTransfer, DecideTransfer decideTransfer, TransferViews views) {
        this.askForTransfer = askForTransfer;
        this.decideTransfer = decideTransfer;
        this.views = views;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<TransferView> list(
            @QueryParam("institute") @Nullable String institute,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        Page<DecideTransfer.Seen> found = decideTransfer.list(institute, page, size);
        return new Page<>(found.items().stream().map(views::seen).toList(), found.total());
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@NotNull @Valid NewTransfer wanted) {
        askForTransfer.ask(wanted.email(), wanted.serviceId(), wanted.to());
        return Response.accepted().build();
    }

    /** Who is to come, by e-mail or service id, and to which institute. */
    public record NewTransfer(
            @Size(max = 320) @Nullable String email,
            @Size(max = 300) @Nullable String serviceId,
            @NotBlank String to) {}
}
