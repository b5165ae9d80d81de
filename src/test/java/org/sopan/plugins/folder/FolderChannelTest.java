package org.sopan.plugins.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.sopan.spi.message.MessageChannel;
import org.sopan.spi.message.MessageChannel.Surroundings;
import org.sopan.spi.message.MessageChannelContract;

class FolderChannelTest implements MessageChannelContract {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Override
    public MessageChannel channel() {
        return new FolderChannel();
    }

    @Override
    public Surroundings surroundings() {
        return new Folder(data);
    }

    @Override
    public Surroundings withoutServer() {
        Path file = data.resolve("file");
        try {
            Files.writeString(file, "a file where the folder should be");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Folder(file);
    }

    @Override
    public List<byte[]> arrived() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("mail"))) {
            return files.sorted().map(FolderChannelTest::read).toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Folder(Path data) implements Surroundings {
        @Override
        public Optional<String> setting(String name) {
            return Optional.empty();
        }
    }
}
