package org.sopan.notice.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.sopan.notice.Nudge;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;

/** {@code POST /api/institutes/{id}/nudges}: a coordinator's own words to her people. */
@Path("institutes/{id}/nudges")
@Produces(MediaType.APPLICATION_JSON)
public class NudgesResource {
    private final Nudge nudge;

    @Inject
    public NudgesResource(Nudge nudge) {
        this.nudge = nudge;
    }

    @POST
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response nudge(@PathParam("id") String institute, @NotNull @Valid NewNudge wanted) {
        Nudge.Outcome outcome = nudge.nudge(institute, wanted.message());
        return Response.accepted(new OutcomeView(
                        outcome.queued(),
                        outcome.left().stream()
                                .map(left -> new LeftView(left.person().toString(), left.why()))
                                .toList()))
                .build();
    }

    /** Words for these people, or for those in a cohort. */
    public record NewNudge(
            @Size(max = 200) @Nullable List<@NotNull String> people,
            @Nullable String cohort,
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = 2_000) String body,
            @Pattern(regexp = "bn|en") @Nullable String language) {
        Nudge.Message message() {
            return new Nudge.Message(
                    people == null
                            ? List.of()
                            : people.stream()
                                    .map(id -> new PersonId(PathId.uuid(id, "unknown-person")))
                                    .toList(),
                    cohort == null ? null : new CohortId(PathId.uuid(cohort, "unknown-cohort")),
                    subject,
                    body,
                    language == null ? null : Language.ofTag(language).orElse(null));
        }
    }

    /** To how many it goes, and to whom not and why. */
    public record OutcomeView(int queued, List<LeftView> left) {}

    /** One who is left out. */
    public record LeftView(String person, String why) {}
}
