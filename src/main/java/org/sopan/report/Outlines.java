package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;

/** The outlines of all releases that are or were live; made once, since a release never changes. */
@ApplicationScoped
public class Outlines {
    private final Catalogue catalogue;
    private final Map<String, Outline> known = new ConcurrentHashMap<>();

    @Inject
    public Outlines(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Outline live(String course) {
        return of(catalogue.live(course));
    }

    boolean has(String course) {
        return catalogue.has(course);
    }

    Outline release(String course, String release) {
        return of(catalogue.release(course, release));
    }

    /** Until a new release has reached the stored rows, those of the one before are read as what they were. */
    Cells cells(Learning row, Outline shown) {
        String release = row.release();
        return release == null || release.equals(shown.course().release())
                ? row.cells()
                : row.cells().moved(release(row.course(), release), shown);
    }

    private Outline of(Course course) {
        return known.computeIfAbsent(course.id() + "/" + course.release(), key -> new Outline(course));
    }
}
