package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.enrolment.MoveDue;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.EnrolmentId;

/** {@code PUT /api/enrolments/{id}/due}. */
@Path("enrolments/{id}/due")
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentDueResource {
    private final MoveDue moveDue;

    @Inject
    public EnrolmentDueResource(MoveDue moveDue) {
        this.moveDue = moveDue;
    }

    @PUT
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public EnrolmentActView act(@PathParam("id") String id, @NotNull @Valid NewDue wish) {
        return EnrolmentActView.of(
                moveDue.of(new EnrolmentId(PathId.uuid(id, "unknown-enrolment")), wish.due(), wish.reason()));
    }
}
