package org.sopan.enrolment.rest;

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
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.TakeOverEnrolment;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;

/** {@code POST /api/transfers/{id}/enrolments/{enrolment}}: the new institute takes one over; again changes nothing. */
@Path("transfers/{id}/enrolments/{enrolment}")
@Produces(MediaType.APPLICATION_JSON)
public class TransferEnrolmentResource {
    private final TakeOverEnrolment takeOverEnrolment;

    @Inject
    public TransferEnrolmentResource(TakeOverEnrolment takeOverEnrolment) {
        this.takeOverEnrolment = takeOverEnrolment;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public TakenOver takeOver(
            @PathParam("id") String id, @PathParam("enrolment") String enrolment, @NotNull @Valid Into into) {
        String cohort = into.cohort();
        return TakenOver.of(takeOverEnrolment.takeOver(
                PathId.uuid(id, "unknown-transfer"),
                new EnrolmentId(PathId.uuid(enrolment, "unknown-enrolment")),
                cohort == null ? null : new CohortId(PathId.uuid(cohort, "unknown-cohort"))));
    }

    /** A cohort of the new institute, or none. */
    public record Into(@Nullable String cohort) {}

    /** An enrolment as the new institute sees it. */
    public record TakenOver(
            String id,
            String course,
            String state,
            String institute,
            @Nullable String cohort,
            @Nullable LocalDate due) {
        static TakenOver of(Enrolment enrolment) {
            CohortId cohort = enrolment.cohort();
            return new TakenOver(
                    enrolment.id().toString(),
                    enrolment.course(),
                    enrolment.state().word(),
                    enrolment.institute(),
                    cohort == null ? null : cohort.toString(),
                    enrolment.due());
        }
    }
}
