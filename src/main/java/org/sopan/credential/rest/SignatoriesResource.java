package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.credential.AddSignatory;
import org.sopan.credential.ListSignatories;
import org.sopan.credential.Signatory;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.LocalizedText;

/** {@code /api/signatories}: who signs certificates, and from which day to which. */
@Path("signatories")
@Produces(MediaType.APPLICATION_JSON)
public class SignatoriesResource {
    private final AddSignatory addSignatory;
    private final ListSignatories listSignatories;

    @Inject
    public SignatoriesResource(AddSignatory addSignatory, ListSignatories listSignatories) {
        this.addSignatory = addSignatory;
        this.listSignatories = listSignatories;
    }

    /** Those who sign today or later; with {@code past=true} everyone who ever did. */
    @GET
    @Requires(Role.ADMINISTRATOR)
    public List<SignatoryView> list(@QueryParam("past") boolean past) {
        return listSignatories.list(past).stream().map(SignatoryView::of).toList();
    }

    /** Names one; 409 {@code place-taken} tells who has that place on one of the days. */
    @POST
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@NotNull @Valid NewSignatory wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(SignatoryView.of(addSignatory.add(wanted.terms())))
                .build();
    }

    /** What is known of a new one; {@code institute} and {@code award} narrow which certificates she signs. */
    public record NewSignatory(
            @NotNull LocalizedText name,
            @NotNull LocalizedText designation,
            @NotBlank String organization,
            @Nullable String institute,
            @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String award,
            @NotNull @Min(1) @Max(3) Integer place,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable String signature) {

        Signatory.Terms terms() {
            return new Signatory.Terms(
                    name, designation, organization, institute, award, place, signature, from, until);
        }
    }
}
