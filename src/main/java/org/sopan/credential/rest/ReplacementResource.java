package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.sopan.credential.ChangeCertificate;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.LocalizedText;

/** {@code POST /api/certificates/{serial}/replacement}: a corrected paper in place of this one. */
@Path("certificates/{serial}/replacement")
@Produces(MediaType.APPLICATION_JSON)
public class ReplacementResource {
    private final ChangeCertificate changeCertificate;

    @Inject
    public ReplacementResource(ChangeCertificate changeCertificate) {
        this.changeCertificate = changeCertificate;
    }

    @POST
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("serial") String serial, @NotNull @Valid Replacement wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(CertificateView.of(changeCertificate.replace(
                        serial, wanted.name(), wanted.designation(), wanted.reason(), wanted.note())))
                .build();
    }

    /** What is corrected, and why: a code, or words, which stay inside like the note. */
    public record Replacement(
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation,
            @NotBlank @Size(max = 200) String reason,
            @Size(max = 2000) @Nullable String note) {}
}
