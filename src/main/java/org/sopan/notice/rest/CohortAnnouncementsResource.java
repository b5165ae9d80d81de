package org.sopan.notice.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.notice.Announce;
import org.sopan.notice.Announcement;
import org.sopan.notice.ReadAnnouncements;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.LocalizedText;

/** {@code /api/cohorts/{id}/announcements}: what was told to a cohort, and something new. */
@Path("cohorts/{id}/announcements")
@Produces(MediaType.APPLICATION_JSON)
public class CohortAnnouncementsResource {
    private static final int LONGEST = 5_000;
    private final Announce announce;
    private final ReadAnnouncements readAnnouncements;

    @Inject
    public CohortAnnouncementsResource(Announce announce, ReadAnnouncements readAnnouncements) {
        this.announce = announce;
        this.readAnnouncements = readAnnouncements;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.FACILITATOR, Role.ADMINISTRATOR})
    public List<ToldView> list(@PathParam("id") String id) {
        return readAnnouncements.to(cohort(id)).stream().map(ToldView::of).toList();
    }

    @POST
    @Requires({Role.COORDINATOR, Role.FACILITATOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response announce(@PathParam("id") String id, @NotNull @Valid NewAnnouncement wanted) {
        Announce.Outcome outcome = announce.announce(cohort(id), wanted.message());
        Announcement announcement = outcome.announcement();
        return Response.status(outcome.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(new AnnouncedView(
                        announcement.id().toString(),
                        announcement.institute(),
                        announcement.publishedAt(),
                        announcement.isByMail(),
                        announcement.mailTo()))
                .build();
    }

    private static CohortId cohort(String id) {
        return new CohortId(PathId.uuid(id, "unknown-cohort"));
    }

    /** What to tell; {@code once} is drawn by the client and sent again with a repeat. */
    public record NewAnnouncement(
            @NotNull LocalizedText title,
            @NotNull LocalizedText body,
            @NotNull Boolean mail,
            @Nullable String institute,
            @Pattern(regexp = "[\\w-]{1,100}") @Nullable String once) {
        Announce.Message message() {
            if (isTooLong(body.en()) || isTooLong(body.bn())) {
                throw DomainException.Invalid.malformed("invalid-input", new FieldError("body", "size"));
            }
            return new Announce.Message(title, body, mail, institute, once);
        }

        private static boolean isTooLong(@Nullable String text) {
            return text != null && text.length() > LONGEST;
        }
    }

    /** What was made of it; {@code queued} is to how many a mail goes, which a repeat tells again. */
    public record AnnouncedView(String id, @Nullable String institute, Instant publishedAt, boolean mail, int queued) {}

    /** One that was told. */
    public record ToldView(
            String id,
            @Nullable String institute,
            LocalizedText title,
            LocalizedText body,
            String author,
            LocalizedText authorName,
            boolean own,
            Instant publishedAt,
            @Nullable Instant withdrawnAt,
            boolean mail,
            @Nullable Integer people,
            @Nullable Integer seen) {
        static ToldView of(ReadAnnouncements.Told told) {
            Announcement announcement = told.announcement();
            return new ToldView(
                    announcement.id().toString(),
                    announcement.institute(),
                    announcement.title(),
                    announcement.body(),
                    announcement.author().toString(),
                    told.author(),
                    told.isOwn(),
                    announcement.publishedAt(),
                    announcement.withdrawnAt(),
                    announcement.isByMail(),
                    told.people(),
                    told.seen());
        }
    }
}
