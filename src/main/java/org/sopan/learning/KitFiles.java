package org.sopan.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.course.Kit;
import org.sopan.course.Kit.Format;
import org.sopan.document.DocxWriter;
import org.sopan.document.Manuscript;
import org.sopan.document.PdfDocument;
import org.sopan.document.PptxWriter;
import org.sopan.platform.Clocks;
import org.sopan.platform.Settings;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;

/**
 * The files of kits, each made once for a release and kept in {@code run/kits}, where it may be deleted at any time. One
 * is made at a time, since an office file takes memory while it grows.
 */
@ApplicationScoped
public class KitFiles {
    /** To be raised whenever the files come to look otherwise, so that those made before are not given out. */
    private static final int EDITION = 1;

    private static final int PATIENCE_SECONDS = 20;
    private final Path folder;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Semaphore press = new Semaphore(1, true);

    @Inject
    public KitFiles(Settings settings, Catalogue catalogue, Clock clock) {
        this.folder = settings.data().resolve("run").resolve("kits");
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** One file of a kit: which release it is of, whose, what, as what and in which language. */
    public record Copy(Course course, String module, Kit kit, Format format, Language language) {

        /** As it is called where it is saved. */
        public String name() {
            return module + "-" + kit.id() + "." + language.code() + "." + format.ending();
        }

        /** Names its content: another release or another look is another content. */
        public String version() {
            return course.release() + "-" + EDITION + "-" + name();
        }
    }

    /** Every file of a kit. */
    public static Stream<Copy> copies(Course course, String module, Kit kit) {
        return kit.formats().stream().flatMap(format -> Arrays.stream(Language.values())
                .map(language -> new Copy(course, module, kit, format, language)));
    }

    /**
     * The file's bytes.
     *
     * @throws DomainException.Unavailable {@code kits-busy} when others have been waiting for theirs for too long
     */
    public byte[] read(Copy copy) {
        Optional<byte[]> kept = kept(copy);
        if (kept.isPresent()) {
            return kept.get();
        }
        enter();
        try {
            // somebody who waited for the same file finds it made
            return kept(copy).orElseGet(() -> keep(copy, make(copy)));
        } finally {
            press.release();
        }
    }

    /** Its size in bytes, once it was made. */
    public Optional<Long> size(Copy copy) {
        try {
            return Optional.of(Files.size(path(copy)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> kept(Copy copy) {
        try {
            return Optional.of(Files.readAllBytes(path(copy)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private byte[] make(Copy copy) {
        Manuscript text = copy.kit().text(copy.language());
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        return switch (copy.format()) {
            case DOCX -> DocxWriter.write(text, copy.kit().isLeaf());
            case PPTX -> PptxWriter.write(text);
            case PDF ->
                copy.kit().isSlides()
                        ? PdfDocument.slides(text, today)
                        : copy.kit().isLeaf() ? PdfDocument.leaf(text, today) : PdfDocument.render(text, today);
        };
    }

    /** Appears whole or not at all; whoever reads beside us never sees half a file. */
    private byte[] keep(Copy copy, byte[] made) {
        try {
            Path shelf = shelf(copy.course());
            if (!Files.isDirectory(shelf)) {
                forgetOldReleases();
                Files.createDirectories(shelf);
            }
            Path half = Files.createTempFile(shelf, "half-", ".tmp");
            Files.write(half, made);
            Files.move(half, path(copy), StandardCopyOption.ATOMIC_MOVE);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetOldReleases() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<Path> live = catalogue.list().stream().map(this::shelf).collect(Collectors.toSet());
        try (Stream<Path> releases = Files.list(folder)) {
            for (Path release : (Iterable<Path>) releases.filter(each -> !live.contains(each))::iterator) {
                try (Stream<Path> files = Files.walk(release)) {
                    for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    private Path path(Copy copy) {
        return shelf(copy.course()).resolve(copy.name());
    }

    private Path shelf(Course course) {
        return folder.resolve(course.id() + "-" + course.release() + "-" + EDITION);
    }

    private void enter() {
        try {
            if (!press.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new DomainException.Unavailable("kits-busy", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DomainException.Unavailable("kits-busy", PATIENCE_SECONDS);
        }
    }
}
