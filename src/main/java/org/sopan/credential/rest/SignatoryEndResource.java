package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.sopan.credential.EndSignatory;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code POST /api/signatories/{id}/end}: her last day; again changes nothing. */
@Path("signatories/{id}/end")
@Produces(MediaType.APPLICATION_JSON)
public class SignatoryEndResource {
    private final EndSignatory endSignatory;

    @Inject
    public SignatoryEndResource(EndSignatory endSignatory) {
        this.endSignatory = endSignatory;
    }

    @POST
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public SignatoryView end(@PathParam("id") String id, @NotNull @Valid LastDay last) {
        return SignatoryView.of(endSignatory.end(PathId.uuid(id, "unknown-signatory"), last.until()));
    }

    /** The day, at the earliest yesterday. */
    public record LastDay(@NotNull LocalDate until) {}
}
