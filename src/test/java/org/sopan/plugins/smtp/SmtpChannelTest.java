package org.sopan.plugins.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.spi.message.MessageChannel;
import org.sopan.spi.message.MessageChannel.Line;
import org.sopan.spi.message.MessageChannel.ServerTrouble;
import org.sopan.spi.message.MessageChannel.Surroundings;
import org.sopan.spi.message.MessageChannelContract;
import org.sopan.spi.message.Outcome;
import org.sopan.spi.message.Outcome.Kind;

/** SMTP over real sockets, with a server that refuses, hangs and hangs up. */
class SmtpChannelTest implements MessageChannelContract {
    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    public MessageChannel channel() {
        return new SmtpChannel();
    }

    @Override
    public Surroundings surroundings() {
        return server.surroundings("plain", Map.of());
    }

    @Override
    public Surroundings withoutServer() {
        server.close();
        return surroundings();
    }

    @Override
    public List<byte[]> arrived() {
        return server.taken;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            RCPT | 550 5.1.1 no such user                              | ADDRESS_REFUSED
            RCPT | 550 no such user here                               | ADDRESS_REFUSED
            RCPT | 550 5.2.1 mailbox disabled                          | ADDRESS_REFUSED
            RCPT | 553 mailbox name not allowed                        | ADDRESS_REFUSED
            RCPT | 550 5.7.1 relaying denied                           | TEMPORARY
            RCPT | 550 relay not permitted                             | TEMPORARY
            RCPT | 554 5.7.1 blocked, see a list                       | TEMPORARY
            RCPT | 530 5.7.0 authentication required                   | TEMPORARY
            RCPT | 450 4.2.0 greylisted, come back in five minutes     | TEMPORARY
            RCPT | 452 4.2.2 mailbox full                              | TEMPORARY
            RCPT | 421 4.3.2 closing                                   | SERVER_TROUBLE
            RCPT | drop                                                | LOST
            DATA | 554 5.6.0 no                                        | MESSAGE_REFUSED
            DATA | 451 4.3.0 later                                     | TEMPORARY
            DATA | drop                                                | LOST
            .    | 552 5.3.4 too large                                 | MESSAGE_REFUSED
            .    | 554 5.7.1 looks like an advertisement               | MESSAGE_REFUSED
            .    | 451 4.7.1 greylisted                                | TEMPORARY
            .    | drop                                                | LOST
            MAIL | 550 5.7.1 sender not allowed                        | SERVER_TROUBLE
            MAIL | 451 4.3.0 not now                                   | SERVER_TROUBLE
            MAIL | 530 5.7.0 sign in first                             | SERVER_TROUBLE
            MAIL | 421 4.7.0 too many messages                         | SERVER_TROUBLE
            """)
    void tellsByTheReplyWhoseTroubleItIs(String verb, String reply, Kind kind) throws Exception {
        server.reply(verb, reply);
        try (Line line = channel().open(surroundings())) {
            Outcome outcome = line.send(MessageChannelContract.message(1));
            assertThat(outcome.kind()).isEqualTo(kind);
            if (!reply.equals(ScriptedServer.DROP)) {
                assertThat(outcome.reply()).contains(reply);
            }
        }
        assertThat(server.taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MAIL, LOST", "RCPT, LOST", "DATA, LOST", "., LOST"})
    void doesNotWaitForEver(String verb, Kind kind) throws Exception {
        server.reply(verb, ScriptedServer.HANG);
        try (Line line = new SmtpChannel(2_000, 200).open(surroundings())) {
            assertThat(line.send(MessageChannelContract.message(1)).kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO"})
    void doesNotWaitForEverBeforeTheFirstMessage(String verb) {
        server.reply(verb, ScriptedServer.HANG);
        assertThatThrownBy(
                        () -> new SmtpChannel(2_000, 200).open(surroundings()).close())
                .isInstanceOf(ServerTrouble.class);
    }

    @Test
    void goesOnOverTheSameLineAfterARefusal() throws Exception {
        server.replies.put("RCPT", to -> to.contains("person1@") ? "550 5.1.1 no such user" : null);
        try (Line line = channel().open(surroundings())) {
            assertThat(line.send(MessageChannelContract.message(1)).kind()).isEqualTo(Kind.ADDRESS_REFUSED);
            assertThat(line.send(MessageChannelContract.message(2)).kind()).isEqualTo(Kind.DELIVERED);
        }
        assertThat(server.connections.get()).isEqualTo(1);
    }

    @Test
    void callsAgainWhereAServerTakesSoManyMessagesInOneConnection() throws Exception {
        AtomicInteger inThisConnection = new AtomicInteger();
        server.replies.put("GREETING", nothing -> {
            inThisConnection.set(0);
            return null;
        });
        server.replies.put(
                "MAIL", from -> inThisConnection.incrementAndGet() > 3 ? "421 4.7.0 enough for one connection" : null);
        try (Line line = channel().open(surroundings())) {
            for (int i = 1; i <= 9; i++) {
                assertThat(line.send(MessageChannelContract.message(i)).kind()).isEqualTo(Kind.DELIVERED);
            }
        }
        assertThat(server.taken).hasSize(9);
        assertThat(server.connections.get()).isEqualTo(3);
    }

    @Test
    void callsAgainWhereAServerHungUpInBetween() throws Exception {
        AtomicInteger messages = new AtomicInteger();
        server.replies.put("MAIL", from -> messages.incrementAndGet() == 2 ? ScriptedServer.DROP : null);
        try (Line line = channel().open(surroundings())) {
            assertThat(line.send(MessageChannelContract.message(1)).kind()).isEqualTo(Kind.DELIVERED);
            assertThat(line.send(MessageChannelContract.message(2)).kind()).isEqualTo(Kind.DELIVERED);
        }
        assertThat(server.taken).hasSize(2);
    }

    @Test
    void doesNotKnowWhetherAMessageArrivedWhoseAcknowledgementWasLost() throws Exception {
        server.reply(".", "taken drop");
        try (Line line = channel().open(surroundings())) {
            assertThat(line.send(MessageChannelContract.message(1)).kind()).isEqualTo(Kind.LOST);
        }
    }

    @Test
    void saysThatNobodyIsLetIn() {
        server.reply("AUTH", "535 5.7.8 wrong password");
        assertThatThrownBy(() -> channel()
                        .open(server.surroundings(
                                "plain", Map.of("sopan.smtp.user", "sopan", "sopan.smtp.password", "wrong")))
                        .close())
                .isInstanceOf(ServerTrouble.class)
                .hasMessageContaining("sign-in at the mail server failed")
                .hasMessageContaining("535 5.7.8 wrong password");
    }

    @Test
    void saysThatTheServerIsBusyBeforeItGreets() {
        server.reply("GREETING", "554 5.3.2 no service");
        assertThatThrownBy(() -> channel().open(surroundings()).close())
                .isInstanceOf(ServerTrouble.class)
                .hasMessageContaining("554");
    }

    @Test
    void neverSendsInTheClearWhereTlsWasAskedFor() {
        assertThatThrownBy(() -> channel()
                        .open(server.surroundings("starttls", Map.of()))
                        .close())
                .isInstanceOf(ServerTrouble.class)
                .hasMessageContaining("STARTTLS is required");
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutAskingTheServer() throws Exception {
        try (Line line = channel().open(surroundings())) {
            assertThat(line.send(MessageChannelContract.message(1, "no address@"))
                            .kind())
                    .isEqualTo(Kind.ADDRESS_REFUSED);
        }
    }
}
