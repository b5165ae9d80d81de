package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.MailOfInstitute;
import org.sopan.mail.OutboxMessage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException;
import org.sopan.shared.Page;

/** {@code GET /api/institutes/{id}/mail?state=&q=}: what became of the mail to one's people. */
@Path("institutes/{id}/mail")
@Produces(MediaType.APPLICATION_JSON)
public class InstituteMailResource {
    private final MailOfInstitute mail;

    @Inject
    public InstituteMailResource(MailOfInstitute mail) {
        this.mail = mail;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public Page<MailOfInstitute.Message> list(
            @PathParam("id") String institute,
            @QueryParam("state") @Nullable String state,
            @QueryParam("q") @Size(max = 200) @Nullable String search,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        return mail.list(institute, state == null || state.isEmpty() ? null : state(state), search, page, size);
    }

    private static OutboxMessage.State state(String word) {
        return Arrays.stream(OutboxMessage.State.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElseThrow(() -> DomainException.Invalid.malformed("no-such-state"));
    }
}
