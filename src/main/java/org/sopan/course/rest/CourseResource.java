package org.sopan.course.rest;

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
import org.sopan.platform.Public;

/** {@code GET /api/courses/{course}}: modules, lessons and quizzes by name, and what completes the course. */
@Path("courses/{course}")
@Produces(MediaType.APPLICATION_JSON)
public class CourseResource {
    private final Catalogue catalogue;

    @Inject
    public CourseResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Public
    public Response show(@PathParam("course") String course, @Context HttpHeaders headers) {
        return catalogue.pages(course).page().answer(headers, true);
    }
}
