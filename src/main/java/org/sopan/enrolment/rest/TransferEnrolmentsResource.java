package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.sopan.enrolment.TakeOverEnrolment;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code GET /api/transfers/{id}/enrolments}: open ones that wait to be taken over by the new institute. */
@Path("transfers/{id}/enrolments")
@Produces(MediaType.APPLICATION_JSON)
public class TransferEnrolmentsResource {
    private final TakeOverEnrolment takeOverEnrolment;

    @Inject
    public TransferEnrolmentsResource(TakeOverEnrolment takeOverEnrolment) {
        this.takeOverEnrolment = takeOverEnrolment;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public List<TransferEnrolmentResource.TakenOver> list(@PathParam("id") String id) {
        return takeOverEnrolment.waiting(PathId.uuid(id, "unknown-transfer")).stream()
                .map(TransferEnrolmentResource.TakenOver::of)
                .toList();
    }
}
