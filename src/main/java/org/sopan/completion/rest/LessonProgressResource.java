package org.sopan.completion.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.completion.Standing;
import org.sopan.completion.Standings;
import org.sopan.enrolment.Enrolment;
import org.sopan.learning.RecordReading;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.shared.EnrolmentId;

/** {@code PUT /api/enrolments/{id}/lessons/{lesson}}: read for so long, and to its end; the answer is the progress. */
@Path("enrolments/{id}/lessons/{lesson}")
@Produces(MediaType.APPLICATION_JSON)
public class LessonProgressResource {
    private static final int THIRTY_DAYS = 30 * 24 * 3600;
    private final RecordReading recordReading;
    private final Standings standings;

    @Inject
    public LessonProgressResource(RecordReading recordReading, Standings standings) {
        this.recordReading = recordReading;
        this.standings = standings;
    }

    @PUT
    @Requires
    @Consumes(MediaType.APPLICATION_JSON)
    public Standing.Progress record(
            @PathParam("id") String id, @PathParam("lesson") String lesson, @NotNull @Valid ReadingReport report) {
        Enrolment enrolment = recordReading.record(
                new EnrolmentId(PathId.uuid(id, "unknown-enrolment")),
                lesson,
                report.seconds(),
                Boolean.TRUE.equals(report.done()));
        return standings.of(enrolment).progress();
    }

    /** The running total of seconds, and whether the reader has reached the end and said so. */
    public record ReadingReport(@NotNull @Min(0) @Max(THIRTY_DAYS) Integer seconds, Boolean done) {}
}
