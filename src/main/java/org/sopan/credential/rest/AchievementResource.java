package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.credential.BadgeText;
import org.sopan.platform.Public;
import org.sopan.platform.RequestLanguage;
import org.sopan.shared.DomainException;

/** {@code GET /api/courses/{course}/achievements/{award}}: what a badge of this award stands for, as the course is now. */
@Path("courses/{course}/achievements/{award}")
public class AchievementResource {
    private final Catalogue catalogue;
    private final BadgeText text;
    private final RequestLanguage language;

    @Inject
    public AchievementResource(Catalogue catalogue, BadgeText text, RequestLanguage language) {
        this.catalogue = catalogue;
        this.text = text;
        this.language = language;
    }

    @GET
    @Public
    @Produces(OpenAnswers.LINKED_DATA)
    public Response show(@PathParam("course") String course, @PathParam("award") String award) {
        AwardRule rule = catalogue.awards(course).stream()
                .filter(each -> each.kind().equals(award))
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("unknown-award"));
        return OpenAnswers.of(
                Json.createObjectBuilder()
                        .add("@context", BadgeText.context())
                        .addAll(Json.createObjectBuilder(
                                text.achievement(catalogue.live(course), award, rule.title(), language.language())))
                        .build()
                        .toString(),
                OpenAnswers.LINKED_DATA);
    }
}
