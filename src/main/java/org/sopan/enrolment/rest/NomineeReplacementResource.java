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
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.ReplaceNominee;
import org.sopan.identity.Colleagues;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** {@code POST /api/enrolments/{id}/replacement}: the seat passes to a colleague before the cohort starts. */
@Path("enrolments/{id}/replacement")
@Produces(MediaType.APPLICATION_JSON)
public class NomineeReplacementResource {
    private final ReplaceNominee replaceNominee;

    @Inject
    public NomineeReplacementResource(ReplaceNominee replaceNominee) {
        this.replaceNominee = replaceNominee;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("id") String id, @NotNull @Valid Nominee nominee) {
        ReplaceNominee.Replaced replaced = replaceNominee.replace(
                new EnrolmentId(PathId.uuid(id, "unknown-enrolment")), nominee.wanted(), nominee.reason());
        return Response.status(Response.Status.CREATED)
                .entity(new ReplacedView(
                        replaced.person().id().toString(),
                        replaced.person().name(),
                        replaced.enrolments().stream().map(EnrolmentActView::of).toList()))
                .build();
    }

    /** A colleague who is known, or an e-mail with a name; and why. */
    public record Nominee(
            @Nullable String person,
            @Size(max = 320) @Nullable String email,
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation,
            @NotBlank @Size(max = 500) String reason) {
        Colleagues.Wanted wanted() {
            return new Colleagues.Wanted(
                    person == null ? null : new PersonId(PathId.uuid(person, "unknown-person")),
                    email,
                    name,
                    designation);
        }
    }

    /** Who has the seat now, and in what. */
    public record ReplacedView(String person, @Nullable LocalizedText name, List<EnrolmentActView> enrolments) {}
}
