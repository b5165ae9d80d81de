package org.sopan.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A key made anew at each start into the data folder: whoever can read that folder may ask for a backup. */
@ApplicationScoped
public class OperatorKey {
    private final Path file;
    private final String key;

    @Inject
    public OperatorKey(Settings settings, Randomness randomness) {
        file = settings.data().resolve("keys").resolve("operator");
        key = randomness.token();
    }

    void write(@Observes @Priority(Startup.SETTINGS + 1) @Initialized(ApplicationScoped.class) Object event) {
        Startup.step("keys", () -> {
            try {
                Files.createDirectories(file.resolveSibling("."));
                Files.deleteIfExists(file);
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Files.writeString(file, key, StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Whether an Authorization header carries the key. */
    public boolean opens(@Nullable String header) {
        return header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), ("Operator " + key).getBytes(StandardCharsets.UTF_8));
    }
}
