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
import org.sopan.enrolment.WithdrawEnrolment;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.EnrolmentId;

/** {@code POST /api/enrolments/{id}/withdrawal}. */
@Path("enrolments/{id}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
public class WithdrawalResource {
    private final WithdrawEnrolment withdrawEnrolment;

    @Inject
    public WithdrawalResource(WithdrawEnrolment withdrawEnrolment) {
        this.withdrawEnrolment = withdrawEnrolment;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public EnrolmentActView act(@PathParam("id") String id, @NotNull @Valid Reason wish) {
        return EnrolmentActView.of(
                withdrawEnrolment.withdraw(new EnrolmentId(PathId.uuid(id, "unknown-enrolment")), wish.reason()));
    }
}
