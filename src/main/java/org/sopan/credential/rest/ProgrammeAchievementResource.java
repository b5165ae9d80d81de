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
import org.sopan.course.Programme;
import org.sopan.credential.BadgeText;
import org.sopan.platform.Public;
import org.sopan.platform.RequestLanguage;
import org.sopan.shared.DomainException;

/** {@code GET /api/programme/achievements/{award}}: what a badge of an award over the whole programme stands for. */
@Path("programme/achievements/{award}")
public class ProgrammeAchievementResource {
    private final Catalogue catalogue;
    private final BadgeText text;
    private final RequestLanguage language;

    @Inject
    public ProgrammeAchievementResource(Catalogue catalogue, BadgeText text, RequestLanguage language) {
        this.catalogue = catalogue;
        this.text = text;
        this.language = language;
    }

    @GET
    @Public
    @Produces(OpenAnswers.LINKED_DATA)
    public Response show(@PathParam("award") String award) {
        Programme programme = catalogue.programme().orElseThrow(ProgrammeAchievementResource::unknown);
        AwardRule rule = programme.awards().stream()
                .filter(each -> each.kind().equals(award))
                .findFirst()
                .orElseThrow(ProgrammeAchievementResource::unknown);
        return OpenAnswers.of(
                Json.createObjectBuilder()
                        .add("@context", BadgeText.context())
                        .addAll(Json.createObjectBuilder(
                                text.achievement(programme, award, rule.title(), language.language())))
                        .build()
                        .toString(),
                OpenAnswers.LINKED_DATA);
    }

    private static DomainException unknown() {
        return new DomainException.NotFound("unknown-award");
    }
}
