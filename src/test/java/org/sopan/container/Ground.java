package org.sopan.container;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What a server of arquillian.xml stands on: an empty data folder, and courses small and large that differ in nothing
 * else. It starts when its archive is deployed, so that preparing the folder belongs to making the archive.
 */
final class Ground {
    /** One lesson and a quiz that asks one question; the demo's learners are enrolled in it. */
    static final String SMALL = "foundations";
    /** Three modules of twelve lessons and a quiz that asks fifteen questions each. */
    static final String LARGE = "large";
    /** Small courses to be enrolled in by the dozen. */
    static final List<String> MORE =
            Stream.iterate(1, n -> n <= 12, n -> n + 1).map(n -> "more-" + n).toList();

    private static final Path FOLDER = Path.of(System.getProperty("sopan.test.container", "target/container"));

    /** Where the server's mail goes. */
    static final Path MAIL = FOLDER.resolve("data/mail");

    private Ground() {}

    /** The archive that was built, at the root of the server as the runnable jar has it. */
    static WebArchive prepare() {
        try {
            awaitEndOfTheServerBefore();
            empty();
            Files.createDirectories(FOLDER.resolve("tmp"));
            Courses.write(FOLDER.resolve("courses"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File(System.getProperty("sopan.test.war", "target/sopan.war")))
                .as(WebArchive.class);
    }

    /** The connector asks a server to end and does not wait for it; another one finds the folder still in use. */
    private static void awaitEndOfTheServerBefore() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(FOLDER.toString()))
                .forEach(server ->
                        server.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    private static void empty() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> all = Files.walk(FOLDER)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
