package org.sopan.system;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SMTP server on a port of its own that can be away, and the mail it received. */
final class MailServer implements AutoCloseable {
    private static final Duration DELIVERY = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("(https?://\\S+)/#/(invitation|reset)/(\\S+)");
    private final int port = Workplace.freePort();
    private GreenMail server = server();

    private GreenMail server() {
        return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop();
        server = server();
    }

    /** What a server is told to send through this one. */
    Map<String, String> settings() {
        return Map.of(
                "sopan.smtp.host", "127.0.0.1",
                "sopan.smtp.port", Integer.toString(port),
                "sopan.smtp.security", "plain",
                "sopan.mail.from", "Sopan <sopan@tot.example>");
    }

    /** A message received: its subject as a reader sees it, its plain text, and the file attached. */
    record Mail(String subject, String text, Optional<Attachment> attachment) {
        /** The link that lets its reader in: where it leads, and the token in its fragment. */
        Matcher link() {
            Matcher link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("no link in: " + text);
            }
            return link;
        }
    }

    record Attachment(String name, String type, byte[] bytes) {}

    /** All that was received for this address, the oldest first. */
    List<Mail> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .map(MailServer::read)
                .toList();
    }

    /** The first message for this address whose subject has these words. */
    Mail await(String address, String words) {
        return Eventually.get("mail to " + address + " about " + words, DELIVERY, () -> to(address).stream()
                .filter(mail -> mail.subject().contains(words))
                .findFirst());
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                    .anyMatch(each -> each.toString().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mail read(MimeMessage message) {
        try {
            List<Part> leaves = new ArrayList<>();
            leaves(message, leaves);
            String text = "";
            Optional<Attachment> file = Optional.empty();
            for (Part leaf : leaves) {
                if (leaf.getFileName() != null) {
                    file = Optional.of(new Attachment(
                            leaf.getFileName(),
                            leaf.getContentType(),
                            leaf.getInputStream().readAllBytes()));
                } else if (leaf.isMimeType("text/plain")) {
                    text = (String) leaf.getContent();
                }
            }
            return new Mail(message.getSubject(), text, file);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void leaves(Part part, List<Part> into) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                leaves(each, into);
            }
        } else {
            into.add(part);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
