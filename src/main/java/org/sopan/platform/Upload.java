package org.sopan.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A body on its way in, kept in a file and not in memory; one that is too large is refused once that is certain. */
public final class Upload implements AutoCloseable {
    private static final int LARGEST = 20 * 1024 * 1024;
    private final Path file;

    private Upload(Path file) {
        this.file = file;
    }

    public static Upload of(InputStream body) throws IOException {
        Upload upload = new Upload(Files.createTempFile("sopan-upload", null));
        try {
            upload.fill(body);
            return upload;
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    private void fill(InputStream body) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        int size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > LARGEST) {
                    throw new TooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    /** More than anyone sends for a reason: 413. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
