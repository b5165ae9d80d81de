package org.sopan.mail.rest;

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
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.ShowDue;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code GET /api/outbox/due}: the dry run, what would be sent now and what the rest waits for. */
@Path("outbox/due")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxDueResource {
    private final ShowDue showDue;

    @Inject
    public OutboxDueResource(ShowDue showDue) {
        this.showDue = showDue;
    }

    @GET
    @Requires(Role.ADMINISTRATOR)
    public DueView show(@QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        ShowDue.Due due = showDue.show(size);
        Map<String, Long> waits = new TreeMap<>();
        due.waits().forEach((wait, count) -> waits.put(wait.word(), count));
        return new DueView(
                due.templates(),
                waits,
                due.first().stream().map(OutboxDueResource::row).toList());
    }

    private static DueRow row(ShowDue.DueMessage each) {
        return new DueRow(
                each.message().id().toString(),
                each.message().template(),
                each.message().address(),
                each.message().domain(),
                each.message().language().code(),
                each.subject(),
                each.message().dueAt(),
                each.waitsFor().word());
    }

    /**
     * All that is queued.
     *
     * @param now how many of each template would leave now
     * @param waits how many wait for what: {@code now}, {@code held}, {@code rate}, {@code address}, {@code moment},
     *     {@code next-try}, {@code attachment}
     * @param items those that would leave first, then those that wait
     */
    public record DueView(Map<String, Long> now, Map<String, Long> waits, List<DueRow> items) {}

    /** One message; without a subject if it cannot be written. */
    public record DueRow(
            String id,
            String template,
            String address,
            String domain,
            String language,
            @Nullable String subject,
            Instant dueAt,
            String waitsFor) {}
}
