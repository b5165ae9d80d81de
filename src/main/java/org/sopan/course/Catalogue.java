package org.sopan.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.sopan.platform.Clocks;
import org.sopan.shared.DomainException;

/**
 * The courses that are live, and older releases that someone is still in the middle of; read once and kept in memory.
 * What is read comes from the database, never from the folder.
 */
@ApplicationScoped
public class Catalogue {
    private final Releases releases;
    private final CourseReader reader;
    private final Map<String, Edition> live = new ConcurrentSkipListMap<>();
    private final Map<String, Edition> read = new ConcurrentHashMap<>();

    @Inject
    public Catalogue(Releases releases, ItemCheck itemCheck, Clock clock) {
        this.releases = releases;
        this.reader = new CourseReader(LocalDate.now(clock.withZone(Clocks.DHAKA)), itemCheck);
    }

    /** A release with the awards that can be earned in it. */
    record Edition(Course course, List<AwardRule> awards, CoursePages pages) {}

    public boolean has(String course) {
        return live.containsKey(course);
    }

    /** All live courses, those that others require first. */
    public List<Course> list() {
        return live.values().stream()
                .map(Edition::course)
                .sorted(java.util.Comparator.comparingInt(
                        course -> course.requires().size()))
                .toList();
    }

    public Course live(String course) {
        return edition(course).course();
    }

    /** What can be earned in this course. */
    public List<AwardRule> awards(String course) {
        return edition(course).awards();
    }

    public CoursePages pages(String course) {
        return edition(course).pages();
    }

    /** A release that is or was live. */
    public Course release(String course, String release) {
        Edition current = live.get(course);
        return current != null && current.course().release().equals(release)
                ? current.course()
                : edition(course, release).course();
    }

    /** Takes over what the database says is live; this node's or another's publishing. */
    void refresh() {
        releases.live().forEach((course, release) -> {
            Edition current = live.get(course);
            if (current == null || !current.course().release().equals(release)) {
                live.put(course, edition(course, release));
            }
        });
    }

    Optional<Course> current(String course) {
        return Optional.ofNullable(live.get(course)).map(Edition::course);
    }

    private Edition edition(String course) {
        Edition edition = live.get(course);
        if (edition == null) {
            throw new DomainException.NotFound("unknown-course");
        }
        return edition;
    }

    private Edition edition(String course, String release) {
        return read.computeIfAbsent(course + "/" + release, key -> read(course, release));
    }

    private Edition read(String course, String release) {
        CourseFiles files = releases.content(course, release)
                .orElseThrow(() -> new IllegalStateException("no release " + release + " of " + course));
        CourseReader.Released released = reader.release(files);
        Course content = released.course();
        if (!content.release().equals(release)) {
            throw new IllegalStateException("release " + release + " reads as " + content.release());
        }
        return new Edition(content, released.awards(), CoursePages.of(content));
    }
}
