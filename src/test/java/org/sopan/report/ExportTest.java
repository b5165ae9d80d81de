package org.sopan.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sopan.testing.TestDatabase;

/** A database in memory would hold every result whole; the application's is in a file. */
class ExportTest extends ExportRules {
    private static final TestDatabase IN_A_FILE = TestDatabase.h2InAFile(place());

    ExportTest() {
        super(IN_A_FILE);
    }

    private static Path place() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "exports")), "h2-")
                    .toAbsolutePath()
                    .resolve("sopan");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
