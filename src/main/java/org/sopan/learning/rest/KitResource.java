package org.sopan.learning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.course.Kit;
import org.sopan.learning.KitFiles;
import org.sopan.learning.KitShelf;
import org.sopan.platform.RequestLanguage;
import org.sopan.platform.Requires;
import org.sopan.shared.DomainException;

/**
 * {@code GET /api/courses/{course}/kits/{module}/{kit}?format=pdf|docx|pptx}: a session plan, slides or a handout as a
 * file, for everyone who is or was enrolled in the course, and for staff.
 */
@Path("courses/{course}/kits/{module}/{kit}")
public class KitResource {
    private final Catalogue catalogue;
    private final KitShelf shelf;
    private final KitFiles files;
    private final RequestLanguage language;

    @Inject
    public KitResource(Catalogue catalogue, KitShelf shelf, KitFiles files, RequestLanguage language) {
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.files = files;
        this.language = language;
    }

    @GET
    @Requires
    public Response take(
            @PathParam("course") String course,
            @PathParam("module") String module,
            @PathParam("kit") String id,
            @QueryParam("format") @Nullable String format,
            @Context Request request) {
        Course live = catalogue.live(course);
        shelf.check(course);
        Kit kit = live.module(module).flatMap(each -> each.kit(id)).orElseThrow(KitResource::unknown);
        KitFiles.Copy copy = new KitFiles.Copy(live, module, kit, offered(kit, format), language.or(live.language()));
        // weak, since two nodes make files that say the same in different bytes
        EntityTag tag = new EntityTag(copy.version(), true);
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = known == null
                ? Response.ok(files.read(copy), copy.format().type())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + copy.name() + "\"")
                : known;
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static Kit.Format offered(Kit kit, @Nullable String ending) {
        return kit.formats().stream()
                .filter(format -> ending == null || format.ending().equals(ending))
                .findFirst()
                .orElseThrow(KitResource::unknown);
    }

    private static DomainException.NotFound unknown() {
        return new DomainException.NotFound("unknown-kit");
    }
}
