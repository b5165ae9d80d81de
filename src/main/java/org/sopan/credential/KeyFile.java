package org.sopan.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The signing key's file in the data folder, for its owner alone. A new one is written whole under another name and
 * then given its own: whoever looks finds all of it or none, and of two who make one at once both get the first.
 */
final class KeyFile {
    private final Path file;

    KeyFile(Path data) {
        file = data.resolve("keys").resolve("signing.pem");
    }

    Path path() {
        return file;
    }

    Optional<SigningKey> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SigningKey.read(Files.readString(file, StandardCharsets.US_ASCII)));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " cannot be used: " + e.getMessage());
        }
    }

    /** Makes one unless there is one, and reads what is there then. */
    SigningKey make() {
        try {
            Path folder = Files.createDirectories(file.resolveSibling(".")).normalize();
            Path part = Files.createTempFile(folder, "signing", ".part", forOwner());
            try {
                write(part);
                Files.createLink(file, part);
                flush(folder);
            } catch (FileAlreadyExistsException e) {
                // another start was first: its key is the one
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read().orElseThrow(() -> new IllegalStateException(file + " was taken away"));
    }

    private static void write(Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer text = StandardCharsets.US_ASCII.encode(SigningKey.draw());
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
    }

    /** The name, too, survives a power cut from here on; where folders cannot be flushed, it is the system's affair. */
    private static void flush(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder
        }
    }

    private static FileAttribute<?>[] forOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
