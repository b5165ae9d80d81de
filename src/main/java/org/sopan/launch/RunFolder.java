package org.sopan.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the server unpacks itself, inside the data folder. It is made anew at each start, so that nothing of another
 * version is left; a lock that ends with the process keeps a second server away from the same data.
 */
final class RunFolder {
    private static @Nullable FileLock held;

    private RunFolder() {}

    static Path open(Path data) {
        Path run = data.resolve("run");
        try {
            Files.createDirectories(run);
            lock(run.resolve("lock"), data);
            Path server = run.resolve("server");
            delete(server);
            return Files.createDirectories(server);
        } catch (IOException e) {
            throw new Refusal("sopan.data=" + data + " cannot be used: " + e.getMessage());
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // the lock is held until the process ends
    private static void lock(Path file, Path data) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        held = channel.tryLock();
        if (held == null) {
            channel.close();
            throw new Refusal("sopan.data=" + data + " is in use by another server");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> entries = Files.walk(folder)) {
                for (Path entry : (Iterable<Path>) entries.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(entry);
                }
            }
        }
    }
}
