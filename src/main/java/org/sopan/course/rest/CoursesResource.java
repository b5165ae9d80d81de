package org.sopan.course.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.sopan.course.Catalogue;
import org.sopan.course.CoursePages;
import org.sopan.platform.Encoded;
import org.sopan.platform.Hashes;
import org.sopan.platform.Public;
import org.sopan.shared.LocalizedText;

/** {@code GET /api/courses}: what there is to learn. */
@Path("courses")
@Produces(MediaType.APPLICATION_JSON)
public class CoursesResource {
    private final Catalogue catalogue;

    @Inject
    public CoursesResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Public
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CourseSummary[].class)))
    public Response list(@Context HttpHeaders headers) {
        String json = CoursePages.summaries(catalogue.list());
        return Encoded.json(json, Hashes.sha256(json).substring(0, 16)).answer(headers, true);
    }

    /** A course in the list, for the API's description. */
    public record CourseSummary(String id, LocalizedText title, LocalizedText summary, int minutes, String release) {}
}
