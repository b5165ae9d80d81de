package org.sopan.completion.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.completion.Standing;
import org.sopan.completion.Standings;
import org.sopan.enrolment.Enrolments;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.shared.EnrolmentId;

/** {@code GET /api/enrolments/{id}}: each step, and "complete" or why not yet. */
@Path("enrolments/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentResource {
    private final Standings standings;
    private final Enrolments enrolments;

    @Inject
    public EnrolmentResource(Standings standings, Enrolments enrolments) {
        this.standings = standings;
        this.enrolments = enrolments;
    }

    @GET
    @Requires
    @Transactional(Transactional.TxType.SUPPORTS)
    public EnrolmentView show(@PathParam("id") String id) {
        Standing standing = standings.of(new EnrolmentId(PathId.uuid(id, "unknown-enrolment")));
        return EnrolmentView.whole(
                standing, enrolments.cohort(standing.enrolment().cohort()).orElse(null));
    }
}
