package org.sopan.enrolment.rest;

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
import org.sopan.enrolment.MoveEnrolment;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;

/** {@code POST /api/enrolments/{id}/move}. */
@Path("enrolments/{id}/move")
@Produces(MediaType.APPLICATION_JSON)
public class MoveResource {
    private final MoveEnrolment moveEnrolment;

    @Inject
    public MoveResource(MoveEnrolment moveEnrolment) {
        this.moveEnrolment = moveEnrolment;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public EnrolmentActView act(@PathParam("id") String id, @NotNull @Valid MoveWish wish) {
        return EnrolmentActView.of(moveEnrolment.move(
                new EnrolmentId(PathId.uuid(id, "unknown-enrolment")),
                new CohortId(PathId.uuid(wish.cohort(), "unknown-cohort")),
                wish.reason()));
    }

    /** Into which cohort, and why. */
    public record MoveWish(@NotBlank String cohort, @NotBlank @Size(max = 500) String reason) {}
}
