package org.sopan.enrolment.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.sopan.enrolment.RosterTemplate;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.Language;

/** {@code GET /api/roster-template}: an empty roster as XLSX, to fill in. */
@Path("roster-template")
@Produces(RosterPlansResource.XLSX)
public class RosterTemplateResource {
    private final RosterTemplate template;
    private final RequestLanguage language;

    @Inject
    public RosterTemplateResource(RosterTemplate template, RequestLanguage language) {
        this.template = template;
        this.language = language;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    public Response template() {
        Language reader = language.language();
        StreamingOutput book = out -> template.write(reader, out);
        return Response.ok(book)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sopan-roster.xlsx\"")
                .build();
    }
}
