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
import org.jspecify.annotations.Nullable;
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
    private final Map<String, Programme> programmes = new ConcurrentHashMap<>();
    private volatile @Nullable Programme programme;

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

    /** The whole programme, once an edition of it is live. */
    public Optional<Programme> programme() {
        return Optional.ofNullable(programme);
    }

    /** An edition of the programme that is or was live. */
    public Programme programme(String release) {
        return programmes.computeIfAbsent(
                release,
                any -> CourseReader.programme(releases.programme(release)
                        .orElseThrow(() -> new IllegalStateException("no programme " + release))));
    }

    /**
     * What the award of this kind asks and how it is issued: as it is said now, or where it is said no more, as it was in
     * the release in which it was met.
     *
     * @param course null for an award over the whole programme
     */
    public AwardRule award(@Nullable String course, String release, String kind) {
        List<AwardRule> now = course == null
                ? programme().map(Programme::awards).orElse(List.of())
                : live.containsKey(course) ? awards(course) : List.of();
        return named(kind, now)
                .or(() -> named(
                        kind,
                        course == null
                                ? programme(release).awards()
                                : edition(course, release).awards()))
                .orElseThrow(() -> new IllegalStateException("no award " + kind + " in " + release));
    }

    private static Optional<AwardRule> named(String kind, List<AwardRule> rules) {
        return rules.stream().filter(rule -> rule.kind().equals(kind)).findFirst();
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
        refreshProgramme();
    }

    /** The same for the programme; a database from before it was kept has none. */
    private void refreshProgramme() {
        programme = releases.liveProgramme().map(this::programme).orElse(null);
    }

    public Optional<Course> current(String course) {
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
