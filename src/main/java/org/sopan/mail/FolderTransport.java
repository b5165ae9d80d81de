package org.sopan.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Writes each message as an {@code .eml} file, for a demo or where another program picks mail up. */
final class FolderTransport implements MailTransport {
    private final Path folder;
    private final String from;
    private final Session session = Session.getInstance(new Properties());

    FolderTransport(Path folder, String from) {
        this.folder = folder;
        this.from = from;
    }

    @Override
    public void send(OutboxMessage message, MailText text, Attachments.@Nullable Attachment attachment) throws NotSent {
        String name = message.createdAt().toString().replaceAll("[^0-9T]", "").substring(0, 15) + "-"
                + message.template() + "-" + message.id() + ".eml";
        Path file = folder.resolve(name);
        Path part = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(part)) {
                MimeLetter.of(session, from, message, text, attachment).writeTo(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | MessagingException e) {
            throw new NotSent(String.valueOf(e.getMessage()), false);
        }
    }
}
