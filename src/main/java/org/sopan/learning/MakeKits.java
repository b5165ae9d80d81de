package org.sopan.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.learning.KitFiles.Copy;
import org.sopan.platform.Job;

/** Makes the files of a new release one after the other, so that nobody waits for them and the shelf knows their sizes. */
@ApplicationScoped
public class MakeKits implements Job {
    /** At once; between two runs the processor belongs to readers. */
    private static final int FEW = 4;

    private final Catalogue catalogue;
    private final KitFiles files;

    @Inject
    public MakeKits(Catalogue catalogue, KitFiles files) {
        this.catalogue = catalogue;
        this.files = files;
    }

    @Override
    public String name() {
        return "kits";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        catalogue.list().stream()
                .flatMap(MakeKits::copies)
                .filter(copy -> files.size(copy).isEmpty())
                .limit(FEW)
                .forEach(files::read);
    }

    /** Every file that there can be of a course's kits. */
    static Stream<Copy> copies(Course course) {
        return course.modules().stream()
                .flatMap(module -> module.kit().stream().flatMap(kit -> KitFiles.copies(course, module.id(), kit)));
    }
}
