package org.sopan.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner may read, where the file system knows owners. */
final class PrivateFile {
    private PrivateFile() {}

    static void write(Path file, String content) throws IOException {
        create(file);
        Files.writeString(file, content, StandardCharsets.US_ASCII);
    }

    /** An empty file, and the folders above it. */
    static void create(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.deleteIfExists(file);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
