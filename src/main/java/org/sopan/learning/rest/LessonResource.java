package org.sopan.learning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.learning.MayRead;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.shared.DomainException;

/** {@code GET /api/courses/{course}/lessons/{lesson}}: the text in the reader's language, for the enrolled and staff. */
@Path("courses/{course}/lessons/{lesson}")
@Produces(MediaType.APPLICATION_JSON)
public class LessonResource {
    private final Catalogue catalogue;
    private final MayRead mayRead;
    private final RequestLanguage language;

    @Inject
    public LessonResource(Catalogue catalogue, MayRead mayRead, RequestLanguage language) {
        this.catalogue = catalogue;
        this.mayRead = mayRead;
        this.language = language;
    }

    @GET
    @Requires
    public Response read(
            @PathParam("course") String course, @PathParam("lesson") String lesson, @Context HttpHeaders headers) {
        Course live = catalogue.live(course);
        mayRead.check(course);
        return catalogue
                .pages(course)
                .lesson(lesson, language.or(live.language()))
                .orElseThrow(() -> new DomainException.NotFound("unknown-lesson"))
                .answer(headers, false);
    }
}
