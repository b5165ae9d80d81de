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
import org.jspecify.annotations.Nullable;
import org.sopan.credential.ChangeCertificate;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code POST /api/certificates/{serial}/revocation}; again changes nothing. */
@Path("certificates/{serial}/revocation")
@Produces(MediaType.APPLICATION_JSON)
public class RevocationResource {
    private final ChangeCertificate changeCertificate;

    @Inject
    public RevocationResource(ChangeCertificate changeCertificate) {
        this.changeCertificate = changeCertificate;
    }

    @POST
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public CertificateView revoke(@PathParam("serial") String serial, @NotNull @Valid Revocation revocation) {
        return CertificateView.of(changeCertificate.revoke(serial, revocation.reason(), revocation.note()));
    }

    /** Why; the note stays inside. */
    public record Revocation(@NotBlank @Size(max = 200) String reason, @Size(max = 2000) @Nullable String note) {}
}
