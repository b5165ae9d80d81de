package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.EnrolmentChanges;
import org.sopan.enrolment.EnrolmentHistory;
import org.sopan.identity.Person;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;

/** {@code GET /api/enrolments/{id}/history}: what became of it, the earliest first. */
@Path("enrolments/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentHistoryResource {
    private final EnrolmentHistory history;

    @Inject
    public EnrolmentHistoryResource(EnrolmentHistory history) {
        this.history = history;
    }

    @GET
    @Requires
    public List<ChangeView> list(@PathParam("id") String id) {
        return history.of(new EnrolmentId(PathId.uuid(id, "unknown-enrolment"))).stream()
                .map(ChangeView::of)
                .toList();
    }

    /** What happened, why, and by whom; nobody where it came with learning or the calendar. */
    public record ChangeView(
            String what, @Nullable String reason, @Nullable By by, Instant at, Map<String, String> details) {
        static ChangeView of(EnrolmentHistory.Entry entry) {
            EnrolmentChanges.Change change = entry.change();
            Person by = entry.by();
            return new ChangeView(
                    change.what(),
                    change.reason(),
                    by == null ? null : new By(by.id().toString(), by.name()),
                    change.at(),
                    change.details());
        }
    }

    public record By(String id, @Nullable LocalizedText name) {}
}
