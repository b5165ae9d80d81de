package org.sopan.course.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.sopan.course.Catalogue;
import org.sopan.course.Module;
import org.sopan.course.Outcome;
import org.sopan.platform.Public;
import org.sopan.shared.DomainException;
import org.sopan.shared.LocalizedText;

/** {@code GET /api/courses/{course}/outcomes/{outcome}}: what badges point to, one thing that a trainer can do afterwards. */
@Path("courses/{course}/outcomes/{outcome}")
@Produces(MediaType.APPLICATION_JSON)
public class OutcomeResource {
    private final Catalogue catalogue;

    @Inject
    public OutcomeResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Public
    public OutcomeView show(@PathParam("course") String course, @PathParam("outcome") String outcome) {
        for (Module module : catalogue.live(course).modules()) {
            for (Outcome each : module.outcomes()) {
                if (each.id().equals(outcome)) {
                    return new OutcomeView(
                            each.id(), each.level().name().toLowerCase(Locale.ROOT), each.text(), module.id());
                }
            }
        }
        throw new DomainException.NotFound("unknown-outcome");
    }

    /** An outcome; {@code level} is a verb family of Bloom's, {@code module} the part of the course that leads to it. */
    public record OutcomeView(String id, String level, LocalizedText text, String module) {}
}
