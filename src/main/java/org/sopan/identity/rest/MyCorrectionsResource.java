package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.AskForCorrection;
import org.sopan.platform.Requires;
import org.sopan.shared.LocalizedText;

/** {@code /api/me/corrections}: ask to have one's name or designation corrected. */
@Path("me/corrections")
@Produces(MediaType.APPLICATION_JSON)
public class MyCorrectionsResource {
    private final AskForCorrection askForCorrection;

    @Inject
    public MyCorrectionsResource(AskForCorrection askForCorrection) {
        this.askForCorrection = askForCorrection;
    }

    @GET
    @Requires
    public List<CorrectionView> list() {
        return askForCorrection.own().stream().map(CorrectionView::own).toList();
    }

    @POST
    @Requires
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@NotNull @Valid NewCorrection wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(CorrectionView.own(askForCorrection.ask(wanted.name(), wanted.designation(), wanted.reason())))
                .build();
    }

    /** How it should read, and why; a language that is left out stays. */
    public record NewCorrection(
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation,
            @NotBlank @Size(max = 500) String reason) {}
}
