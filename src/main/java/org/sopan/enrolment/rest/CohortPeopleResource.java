package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.ListParticipants;
import org.sopan.identity.Person;
import org.sopan.platform.PathId;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;

/** {@code GET /api/cohorts/{id}/people}: the enrolments the caller may see. */
@Path("cohorts/{id}/people")
@Produces(MediaType.APPLICATION_JSON)
public class CohortPeopleResource {
    private final ListParticipants listParticipants;
    private final RequestLanguage language;

    @Inject
    public CohortPeopleResource(ListParticipants listParticipants, RequestLanguage language) {
        this.listParticipants = listParticipants;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR, Role.FACILITATOR, Role.VIEWER})
    public Page<ParticipantView> list(
            @PathParam("id") String id,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        Page<ListParticipants.Participant> found =
                listParticipants.list(new CohortId(PathId.uuid(id, "unknown-cohort")), language.language(), page, size);
        return new Page<>(found.items().stream().map(ParticipantView::of).toList(), found.total());
    }

    /** One person in one course of the cohort. */
    public record ParticipantView(
            String enrolment,
            String person,
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation,
            String institute,
            String course,
            String state,
            @Nullable LocalDate due,
            Instant enrolledAt) {
        static ParticipantView of(ListParticipants.Participant participant) {
            Enrolment enrolment = participant.enrolment();
            Person person = participant.person();
            return new ParticipantView(
                    enrolment.id().toString(),
                    person.id().toString(),
                    person.name(),
                    person.designation(),
                    enrolment.institute(),
                    enrolment.course(),
                    enrolment.state().word(),
                    enrolment.due(),
                    enrolment.enrolledAt());
        }
    }
}
