package org.sopan.learning.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Course;
import org.sopan.course.Kit;
import org.sopan.course.Module;
import org.sopan.learning.KitFiles;
import org.sopan.learning.KitShelf;
import org.sopan.platform.Requires;
import org.sopan.shared.LocalizedText;

/** {@code GET /api/me/kits}: the kits one may take, by course and module. */
@Path("me/kits")
@Produces(MediaType.APPLICATION_JSON)
public class MyKitsResource {
    private final KitShelf shelf;
    private final KitFiles files;

    @Inject
    public MyKitsResource(KitShelf shelf, KitFiles files) {
        this.shelf = shelf;
        this.files = files;
    }

    @GET
    @Requires
    public List<ShelfView> list() {
        return shelf.courses().stream().map(this::view).toList();
    }

    /** A course's kits. */
    public record ShelfView(CourseName course, List<ModuleKits> modules) {}

    public record CourseName(String id, LocalizedText title) {}

    public record ModuleKits(String id, LocalizedText title, List<KitView> kit) {}

    public record KitView(String id, LocalizedText title, List<FileView> files) {}

    /** A file to be had; its size in bytes is told once it was made. */
    public record FileView(String format, String language, @Nullable Long bytes) {}

    private ShelfView view(Course course) {
        return new ShelfView(
                new CourseName(course.id(), course.title()),
                course.modules().stream()
                        .filter(module -> !module.kit().isEmpty())
                        .map(module -> new ModuleKits(
                                module.id(),
                                module.title(),
                                module.kit().stream()
                                        .map(kit -> view(course, module, kit))
                                        .toList()))
                        .toList());
    }

    private KitView view(Course course, Module module, Kit kit) {
        return new KitView(
                kit.id(),
                kit.title(),
                KitFiles.copies(course, module.id(), kit)
                        .map(copy -> new FileView(
                                copy.format().ending(),
                                copy.language().code(),
                                files.size(copy).orElse(null)))
                        .toList());
    }
}
