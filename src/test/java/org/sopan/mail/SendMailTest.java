package org.sopan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sopan.shared.Language;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

/** Sending into the data folder, which is what happens without an SMTP server. */
class SendMailTest {
    private final TestDatabase database = TestDatabase.h2();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private Rooms rooms;

    @SuppressWarnings("NullAway.Init")
    private SendMail sendMail;

    @BeforeEach
    void wire() {
        PostRoom post = new PostRoom(database, Map.of("sopan.data", data.toString(), "sopan.mail.rate", "0"));
        rooms = post.rooms;
        sendMail = post.nodeBySettings();
    }

    @Test
    void writesAMessageThatAMailProgramReads() throws Exception {
        queue("a", "invitation", "রহিমা <খাতুন>");
        sendMail.run();
        assertThat(files()).hasSize(1);
        try (InputStream in = Files.newInputStream(files().get(0))) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            assertThat(message.getSubject()).isNotBlank();
            assertThat(message.getMessageID()).endsWith("@sopan.example>");
            assertThat(message.getAllRecipients()[0]).hasToString("rahima@sopan.example");
            jakarta.mail.Multipart parts = (jakarta.mail.Multipart) message.getContent();
            assertThat(parts.getBodyPart(0).getContent().toString()).contains("রহিমা <খাতুন>");
            assertThat(parts.getBodyPart(1).getContent().toString())
                    .contains("রহিমা &lt;খাতুন&gt;")
                    .contains("<a href=\"https://sopan.example/#/invitation/x\">");
        }
    }

    @Test
    void offersOneClickToBeSparedOnlyWhereTheLetterDoes() throws Exception {
        String address = "https://sopan.example/api/unsubscribe/" + "x".repeat(43);
        database.run(() -> rooms.outbox.queue(
                new Letter("b", "invitation", "rahima@sopan.example", Language.EN, data("Rahima"), null, address)));
        sendMail.run();
        assertThat(Files.readString(files().get(0)))
                .contains("\r\nList-Unsubscribe: <" + address + ">\r\n")
                .contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
        Files.delete(files().get(0));
        queue("a", "invitation", "Rahima");
        sendMail.run();
        assertThat(Files.readString(files().get(0))).doesNotContain("List-Unsubscribe");
    }

    @Test
    void sendsMoreThanOneBatchAndEachMessageOnce() throws IOException {
        for (int i = 0; i < 245; i++) {
            queue("letter " + i, "invitation", "Rahima");
        }
        sendMail.run();
        sendMail.run();
        assertThat(files()).hasSize(245);
        assertThat(database.number("select count(*) from outbox where state = 'sent'"))
                .isEqualTo(245);
    }

    @Test
    void keepsAMessageThatCannotBeWrittenAndTriesAgain() throws IOException {
        Files.writeString(data.resolve("mail"), "a file where the folder should be");
        queue("a", "invitation", "Rahima");
        sendMail.run();
        assertThat(database.number("select count(*) from outbox where state = 'queued' and attempts = 0"))
                .isEqualTo(1);
        Files.delete(data.resolve("mail"));
        rooms.clock.advance(Duration.ofSeconds(13));
        sendMail.run();
        assertThat(files()).hasSize(1);
    }

    @Test
    void doesNotLetOneBrokenMessageHoldUpTheOthers() throws IOException {
        queue("broken", "no-such-template", "Rahima");
        rooms.clock.advance(Duration.ofSeconds(1));
        queue("sound", "invitation", "Rahima");
        sendMail.run();
        assertThat(files()).hasSize(1);
        assertThat(
                        database.number(
                                "select count(*) from outbox where dedupe_key = 'broken' and state = 'queued' and attempts = 1"))
                .isEqualTo(1);
    }

    private void queue(String once, String template, String name) {
        database.run(() ->
                rooms.outbox.queue(new Letter(once, template, "rahima@sopan.example", Language.BN, data(name), null)));
    }

    private static Map<String, String> data(String name) {
        return Map.of(
                "name", name,
                "institute", "BPATC",
                "link", "https://sopan.example/#/invitation/x",
                "until", "today");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("mail"))) {
            return files.toList();
        }
    }
}
