package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Enrol;
import org.sopan.enrolment.Enrolment;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.shared.CohortId;
import org.sopan.shared.PersonId;

/** {@code POST /api/enrolments}: by staff, or by oneself where the course allows it. */
@Path("enrolments")
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentsResource {
    private final Enrol enrol;

    @Inject
    public EnrolmentsResource(Enrol enrol) {
        this.enrol = enrol;
    }

    @POST
    @Requires
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enrol(@NotNull @Valid NewEnrolment wanted) {
        String person = wanted.person();
        String cohort = wanted.cohort();
        Enrolment enrolment = enrol.enrol(
                wanted.course(),
                person == null ? null : new PersonId(PathId.uuid(person, "unknown-person")),
                cohort == null ? null : new CohortId(PathId.uuid(cohort, "unknown-cohort")));
        return Response.status(Response.Status.CREATED)
                .entity(new EnrolledView(
                        enrolment.id().toString(),
                        enrolment.person().toString(),
                        enrolment.course(),
                        enrolment.institute(),
                        enrolment.state().word()))
                .build();
    }

    /** Who is to be enrolled in what; oneself when no person is named. */
    public record NewEnrolment(@NotBlank String course, @Nullable String person, @Nullable String cohort) {}

    /** The new enrolment. */
    public record EnrolledView(String id, String person, String course, String institute, String state) {}
}
