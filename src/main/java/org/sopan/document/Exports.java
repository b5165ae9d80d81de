package org.sopan.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sopan.platform.Settings;
import org.sopan.shared.DomainException;

/**
 * Writes listings into files that are then sent. A failure half-way is a problem and not half a file, and a slow reader
 * keeps no connection to the database. The folder is no part of a backup.
 */
@ApplicationScoped
public class Exports {
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;
    private final Path folder;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    @Inject
    public Exports(Settings settings) {
        this.folder = settings.data().resolve("run").resolve("exports");
    }

    /** What Excel opens. */
    public enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String ending() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Fills a file; the folder is for what has to be put aside meanwhile. */
    @FunctionalInterface
    public interface Filling {
        void into(OutputStream out, Path folder) throws IOException;
    }

    /** The finished file, which whoever sends it deletes. */
    public Path write(Listing listing, Format format) {
        return write(format.ending(), (out, aside) -> {
            if (format == Format.CSV) {
                CsvWriter.write(listing, out);
            } else {
                XlsxWriter.write(listing, out, aside);
            }
        });
    }

    /** The same for files of another kind. */
    public Path write(String ending, Filling filling) {
        enter();
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "export-", "." + ending);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                filling.into(out, folder);
                return file;
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    /** Each costs processor and disk: two at once, the others wait a while. */
    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new DomainException.Unavailable("exports-busy", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DomainException.Unavailable("exports-busy", PATIENCE_SECONDS);
        }
    }
}
