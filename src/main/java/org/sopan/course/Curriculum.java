package org.sopan.course;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sopan.platform.Clocks;
import org.sopan.platform.Job;
import org.sopan.platform.Settings;
import org.sopan.platform.Startup;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/**
 * The folder of courses. On an empty database its courses go live by themselves, in the demo at each save; otherwise an
 * administrator publishes. What has an error does not go live: the running release stays, and log and health say why.
 */
@ApplicationScoped
public class Curriculum implements Job {
    private static final Logger LOG = Logger.getLogger(Curriculum.class.getName());
    private final Catalogue catalogue;
    private final Releases releases;
    private final ItemCheck itemCheck;
    private final Clock clock;
    private final Path folder;
    private final boolean liveOnSave;
    private volatile String seen = "";
    private volatile List<Fault> faults = List.of();

    @Inject
    public Curriculum(Catalogue catalogue, Releases releases, ItemCheck itemCheck, Clock clock, Settings settings) {
        this.catalogue = catalogue;
        this.releases = releases;
        this.itemCheck = itemCheck;
        this.clock = clock;
        this.folder = settings.courses();
        this.liveOnSave = settings.demo();
    }

    void start(@Observes @Priority(Startup.COURSES) @Initialized(ApplicationScoped.class) Object event) {
        Startup.step("courses", () -> {
            catalogue.refresh();
            publishFolder();
            catalogue.refresh();
        });
    }

    @Override
    public String name() {
        return "courses";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    /** Sees what other nodes published and, in the demo, what an author saved. */
    @Override
    public void run() {
        if (liveOnSave && !state().equals(seen)) {
            publishFolder();
        }
        catalogue.refresh();
    }

    /** An administrator lets the folder's course go live. Errors refuse it, each named by file and line. */
    public Course publish(String course) {
        Reading reading = read();
        Course content = reading.courses().get(course);
        if (content == null) {
            throw Invalid.refused(
                    "course-has-errors",
                    reading.faults().stream()
                            .filter(fault -> fault.severity() == Fault.Severity.ERROR)
                            .map(fault ->
                                    new FieldError(fault.file() + ":" + fault.line(), fault.code(), fault.message()))
                            .toArray(FieldError[]::new));
        }
        CourseFiles files = CourseFiles.in(folder);
        releases.publish(course, files.only(course));
        if (reading.programme() != null) {
            releases.publishProgramme(files.programme());
        }
        catalogue.refresh();
        return content;
    }

    /** What the last reading of the folder found wrong. */
    public List<Fault> faults() {
        return faults;
    }

    private void publishFolder() {
        Reading reading = read();
        CourseFiles files = CourseFiles.in(folder);
        for (Course course : reading.courses().values()) {
            boolean first = catalogue.current(course.id()).isEmpty();
            boolean changed = !catalogue
                    .current(course.id())
                    .map(Course::release)
                    .filter(course.release()::equals)
                    .isPresent();
            if (first || (changed && liveOnSave)) {
                releases.publish(course.id(), files.only(course.id()));
                LOG.log(Level.INFO, "release {0} of {1} is live", new Object[] {course.release(), course.id()});
            }
        }
        publishProgramme(reading, files);
    }

    /** With the first course that goes live; in the demo at each save. */
    private void publishProgramme(Reading reading, CourseFiles files) {
        Programme read = reading.programme();
        Programme live = catalogue.programme().orElse(null);
        if (read != null && (live == null || (liveOnSave && !live.release().equals(read.release())))) {
            releases.publishProgramme(files.programme());
        }
    }

    private Reading read() {
        seen = state();
        Reading reading =
                new CourseReader(LocalDate.now(clock.withZone(Clocks.DHAKA)), itemCheck).read(CourseFiles.in(folder));
        faults = reading.faults();
        for (Fault fault : faults) {
            Level level = fault.severity() == Fault.Severity.ERROR ? Level.WARNING : Level.FINE;
            LOG.log(level, () -> "courses/" + fault.file() + ":" + fault.line() + " " + fault.message());
        }
        return reading;
    }

    /** Which files there are, how large and how old: changes whenever an author saves. */
    private String state() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file + ":" + file.toFile().lastModified() + ":"
                            + file.toFile().length())
                    .sorted()
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
