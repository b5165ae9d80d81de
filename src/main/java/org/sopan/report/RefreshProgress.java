package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.platform.Job;

/** Brings stored progress to a release that has just gone live, and fills in what was there before there were rows. */
@ApplicationScoped
public class RefreshProgress implements Job {
    private final Catalogue catalogue;
    private final RebuildProgress rebuild;
    private final Map<String, String> done = new ConcurrentHashMap<>();

    @Inject
    public RefreshProgress(Catalogue catalogue, RebuildProgress rebuild) {
        this.catalogue = catalogue;
        this.rebuild = rebuild;
    }

    @Override
    public String name() {
        return "progress";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    /** Looks into the database only after a start and after a release. */
    @Override
    public void run() {
        boolean first = done.isEmpty();
        for (Course course : catalogue.list()) {
            if (!course.release().equals(done.get(course.id()))) {
                while (rebuild.outdated(course.id(), course.release())) {
                    // the next portion
                }
                done.put(course.id(), course.release());
            }
        }
        while (first && rebuild.missing()) {
            // the next portion
        }
    }
}
