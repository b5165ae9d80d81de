package org.sopan.browser;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mail that a demo wrote into its folder. */
final class Letters {
    private static final int TRIES = 150;
    private static final Pattern PAGE = Pattern.compile("/#/(\\S+)");
    private final Path folder;

    Letters(Path folder) {
        this.folder = folder;
    }

    /** The page, without {@code #/}, that the one letter of this kind to this address links to; waits for it. */
    String linkIn(String template, String address) throws IOException, InterruptedException, MessagingException {
        for (int tries = 0; tries < TRIES; tries++) {
            for (Path letter : written(template)) {
                MimeMessage message = read(letter);
                if (message.getAllRecipients()[0].toString().equals(address)) {
                    BodyPart text = ((Multipart) message.getContent()).getBodyPart(0);
                    Matcher link = PAGE.matcher((String) text.getContent());
                    if (link.find()) {
                        return link.group(1);
                    }
                }
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("no " + template + " to " + address + " in " + folder);
    }

    private List<Path> written(String template) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(".*-" + template + "-.*\\.eml"))
                    .toList();
        }
    }

    private static MimeMessage read(Path letter) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(letter)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }
}
