package org.sopan.spi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.sopan.shared.Language;
import org.sopan.spi.message.MessageChannel.Line;
import org.sopan.spi.message.MessageChannel.ServerTrouble;
import org.sopan.spi.message.MessageChannel.Surroundings;

/** What every channel does; each has a test that extends this one. */
public interface MessageChannelContract {
    /** The channel as the house finds it. */
    MessageChannel channel();

    /** Where all is well. */
    Surroundings surroundings();

    /** Where nothing can be sent. */
    Surroundings withoutServer();

    /** What has arrived so far, as RFC 5322 has it, the oldest first. */
    List<byte[]> arrived() throws Exception;

    @Test
    default void isFoundByItsName() {
        assertThat(channel().id()).matches("[a-z][a-z0-9-]*");
        assertThat(ServiceLoader.load(MessageChannel.class))
                .filteredOn(found -> found.id().equals(channel().id()))
                .singleElement()
                .isInstanceOf(channel().getClass());
    }

    @Test
    default void bringsMessageAfterMessageOverOneLine() throws Exception {
        try (Line line = channel().open(surroundings())) {
            for (int i = 1; i <= 5; i++) {
                assertThat(line.send(message(i)).kind()).isEqualTo(Outcome.Kind.DELIVERED);
            }
        }
        assertThat(arrived()).hasSize(5);
    }

    @Test
    default void changesNothingOfWhatItIsGiven() throws Exception {
        try (Line line = channel().open(surroundings())) {
            line.send(message(1));
        }
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(arrived().get(0)));
        assertThat(message.getMessageID()).isEqualTo("<1@sopan.example>");
        assertThat(message.getSubject()).isEqualTo("সোপান");
        assertThat(message.getContent().toString().replace("\r\n", "\n").stripTrailing())
                .isEqualTo(".a line that begins with a dot\n\nসনদ");
    }

    @Test
    default void sendsTheSameMessageAgainAsTheSame() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (Line line = channel().open(surroundings())) {
                assertThat(line.send(message(7)).kind()).isEqualTo(Outcome.Kind.DELIVERED);
            }
        }
        for (byte[] each : arrived()) {
            assertThat(new String(each, StandardCharsets.UTF_8)).contains("Message-ID: <7@sopan.example>");
        }
    }

    @Test
    default void saysBeforeAnyMessageThatThereIsNoServer() {
        assertThatThrownBy(() -> channel().open(withoutServer()).close())
                .isInstanceOfSatisfying(ServerTrouble.class, trouble -> assertThat(trouble.why())
                        .isNotBlank());
    }

    /** A message to the person of this number. */
    static Message message(int number) {
        return message(number, "person" + number + "@sopan.example");
    }

    static Message message(int number, String to) {
        String mime = "Message-ID: <" + number + "@sopan.example>\r\nFrom: sopan@sopan.example\r\nTo: " + to
                + "\r\nSubject: =?UTF-8?B?4Ka44KeL4Kaq4Ka+4Kao?=\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + ".a line that begins with a dot\r\n\r\n=E0=A6=B8=E0=A6=A8=E0=A6=A6\r\n";
        return new Message(
                "00000000-0000-0000-0000-00000000000" + number,
                "<" + number + "@sopan.example>",
                "invitation",
                java.time.Instant.parse("2026-11-22T04:00:00Z"),
                Language.BN,
                "Sopan <sopan@sopan.example>",
                to,
                "সোপান",
                ".a line that begins with a dot\n\nসনদ",
                "<p>সনদ</p>",
                mime.getBytes(StandardCharsets.US_ASCII));
    }
}
