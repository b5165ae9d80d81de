package org.sopan.notice.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.notice.Announcement;
import org.sopan.notice.ReadAnnouncements;
import org.sopan.platform.Requires;
import org.sopan.shared.LocalizedText;

/** {@code GET /api/me/announcements}: what one's cohorts were told, the newest first. */
@Path("me/announcements")
@Produces(MediaType.APPLICATION_JSON)
public class MyAnnouncementsResource {
    private final ReadAnnouncements readAnnouncements;

    @Inject
    public MyAnnouncementsResource(ReadAnnouncements readAnnouncements) {
        this.readAnnouncements = readAnnouncements;
    }

    @GET
    @Requires
    public InboxView list(
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(100) int size) {
        ReadAnnouncements.Inbox inbox = readAnnouncements.own(page, size);
        return new InboxView(inbox.items().stream().map(ReceivedView::of).toList(), inbox.total(), inbox.unseen());
    }

    /** A page of announcements, how many there are, and how many were not seen yet. */
    public record InboxView(List<ReceivedView> items, long total, long unseen) {}

    /** One announcement. */
    public record ReceivedView(
            String id,
            CohortTitleView cohort,
            LocalizedText title,
            LocalizedText body,
            LocalizedText authorName,
            Instant publishedAt,
            @Nullable Instant seenAt) {
        static ReceivedView of(ReadAnnouncements.Received received) {
            Announcement announcement = received.announcement();
            return new ReceivedView(
                    announcement.id().toString(),
                    new CohortTitleView(announcement.cohort().toString(), received.cohort()),
                    announcement.title(),
                    announcement.body(),
                    received.author(),
                    announcement.publishedAt(),
                    received.seenAt());
        }
    }

    /** Which cohort. */
    public record CohortTitleView(String id, LocalizedText title) {}
}
