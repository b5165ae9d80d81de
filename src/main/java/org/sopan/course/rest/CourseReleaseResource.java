package org.sopan.course.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.course.Course;
import org.sopan.course.Curriculum;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code POST /api/courses/{course}/release}: the folder's course goes live. */
@Path("courses/{course}/release")
@Produces(MediaType.APPLICATION_JSON)
public class CourseReleaseResource {
    private final Curriculum curriculum;

    @Inject
    public CourseReleaseResource(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    @POST
    @Requires(Role.ADMINISTRATOR)
    public PublishedRelease publish(@PathParam("course") String course) {
        Course live = curriculum.publish(course);
        return new PublishedRelease(live.id(), live.release());
    }

    /** What is live now. */
    public record PublishedRelease(String course, String release) {}
}
