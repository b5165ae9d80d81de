package org.sopan.notice.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.notice.ChooseNotices;
import org.sopan.platform.Requires;

/** {@code GET} and {@code PUT /api/me/notices}: whether one is reminded by mail. */
@Path("me/notices")
@Produces(MediaType.APPLICATION_JSON)
public class MyNoticesResource {
    private final ChooseNotices chooseNotices;

    @Inject
    public MyNoticesResource(ChooseNotices chooseNotices) {
        this.chooseNotices = chooseNotices;
    }

    @GET
    @Requires
    public ChoiceView show() {
        return new ChoiceView(chooseNotices.own());
    }

    @PUT
    @Requires
    @Consumes(MediaType.APPLICATION_JSON)
    public ChoiceView choose(@NotNull @Valid ChangeChoice choice) {
        chooseNotices.choose(choice.reminders());
        return new ChoiceView(choice.reminders());
    }

    /** Reminders, nudges and announcements by mail, or none of them. */
    public record ChoiceView(boolean reminders) {}

    /** The same, chosen. */
    public record ChangeChoice(@NotNull Boolean reminders) {}
}
