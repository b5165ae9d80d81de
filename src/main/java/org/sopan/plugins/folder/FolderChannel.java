package org.sopan.plugins.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sopan.spi.message.Message;
import org.sopan.spi.message.MessageChannel;
import org.sopan.spi.message.Outcome;

/**
 * Writes each message as an {@code .eml} file, for a demo or where another program picks mail up. A file is there whole
 * or not at all, and the same message sent again is the same file.
 */
public final class FolderChannel implements MessageChannel {
    @Override
    public String id() {
        return "folder";
    }

    @Override
    public Line open(Surroundings surroundings) throws ServerTrouble {
        Path folder = surroundings.data().resolve("mail");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ServerTrouble("the folder " + folder + " cannot be made: " + e.getMessage());
        }
        return new FolderLine(folder);
    }

    private record FolderLine(Path folder) implements Line {
        @Override
        public Outcome send(Message message) {
            String name =
                    message.createdAt().toString().replaceAll("[^0-9T]", "").substring(0, 15) + "-" + message.template()
                            + "-" + message.id() + ".eml";
            Path part = folder.resolve(name + ".part");
            try {
                Files.write(part, message.mime());
                Files.move(
                        part,
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
                return Outcome.delivered(name);
            } catch (IOException e) {
                return new Outcome(Outcome.Kind.SERVER_TROUBLE, folder + " cannot be written to: " + e.getMessage());
            }
        }

        @Override
        public void close() {
            // nothing is kept open
        }
    }
}
