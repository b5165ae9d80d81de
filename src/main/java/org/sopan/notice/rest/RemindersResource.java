package org.sopan.notice.rest;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.notice.PostedNotices;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** {@code GET /api/institutes/{id}/reminders?person=}: the reminders and nudges that went, the newest first. */
@Path("institutes/{id}/reminders")
@Produces(MediaType.APPLICATION_JSON)
public class RemindersResource {
    private final PostedNotices postedNotices;

    @Inject
    public RemindersResource(PostedNotices postedNotices) {
        this.postedNotices = postedNotices;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public Page<ReminderView> list(
            @PathParam("id") String institute,
            @QueryParam("person") @Nullable String person,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        Page<PostedNotices.Posted> found = postedNotices.list(
                institute,
                person == null || person.isBlank() ? null : new PersonId(PathId.uuid(person, "unknown-person")),
                page,
                size);
        return new Page<>(found.items().stream().map(ReminderView::of).toList(), found.total());
    }

    /** One mail; {@code mail} is its state in the outbox. */
    public record ReminderView(
            String id,
            String kind,
            Instant at,
            String person,
            LocalizedText name,
            List<LineView> about,
            @Nullable String subject,
            @Nullable AuthorView author,
            @Nullable String mail) {
        static ReminderView of(PostedNotices.Posted posted) {
            PersonId author = posted.author();
            LocalizedText name = posted.authorsName();
            return new ReminderView(
                    posted.id().toString(),
                    posted.kind(),
                    posted.at(),
                    posted.person().toString(),
                    posted.name(),
                    posted.lines().stream()
                            .map(line -> new LineView(
                                    line.enrolment().toString(),
                                    line.course(),
                                    line.rule().word()))
                            .toList(),
                    posted.subject(),
                    author == null || name == null ? null : new AuthorView(author.toString(), name),
                    posted.mail());
        }
    }

    /** What a reminder was about. */
    public record LineView(String enrolment, String course, String rule) {}

    /** Who nudged. */
    public record AuthorView(String id, LocalizedText name) {}
}
