package org.sopan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sopan.mail.OutboxMessage.State;
import org.sopan.plugins.smtp.ScriptedServer;
import org.sopan.testing.TestDatabase;

/** From the row to the socket and back, with a server that has its days. */
class SmtpFaultsTest {
    private static final int MANY = 40;
    private static final Pattern MESSAGE_ID = Pattern.compile("Message-ID: (<\\S+>)");
    private final ScriptedServer server = new ScriptedServer();
    private final PostRoom post = new PostRoom(
            TestDatabase.h2(),
            Map.of(
                    "sopan.smtp.host", "127.0.0.1",
                    "sopan.smtp.port", Integer.toString(server.port()),
                    "sopan.smtp.security", "plain",
                    "sopan.mail.from", "Sopan <sopan@tot.example>"));
    private final SendMail node = post.nodeBySettings();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGreylistingServerGetsEachMessageAgainAfterMinutesAndOnce() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        server.replies.put("RCPT", to -> seen.add(to) ? "450 4.2.0 greylisted" : null);
        many();
        node.run();
        assertThat(server.taken).isEmpty();
        post.rooms.clock.advance(Duration.ofMinutes(4));
        node.run();
        assertThat(server.taken).isEmpty();
        post.rooms.clock.advance(Duration.ofMinutes(3));
        node.run();
        assertThat(server.taken).hasSize(MANY);
        assertThat(post.database.number("select count(*) from outbox where state = 'sent' and attempts = 2"))
                .isEqualTo(MANY);
    }

    @Test
    void aServerThatAcceptsHalfGetsNoneOfThemTwice() {
        server.replies.put("RCPT", to -> to.matches("(?s).*[02468]@.*") ? "550 5.1.1 no such user" : null);
        many();
        node.run();
        node.run();
        assertThat(server.taken).hasSize(MANY / 2);
        assertThat(post.database.number("select count(*) from outbox where state = 'failed' and failure = 'address'"))
                .isEqualTo(MANY / 2);
        assertThat(post.database.number("select count(*) from address_trouble")).isEqualTo(MANY / 2);
    }

    @Test
    void aMessageWhoseAcknowledgementWasLostGoesAgainAsTheSame() {
        AtomicInteger lost = new AtomicInteger(1);
        server.replies.put(".", body -> lost.getAndDecrement() > 0 ? "taken drop" : null);
        post.queue("a");
        node.run();
        assertThat(post.message("a").state()).isEqualTo(State.queued);
        post.rooms.clock.advance(Duration.ofMinutes(7));
        node.run();
        assertThat(post.message("a").state()).isEqualTo(State.sent);
        assertThat(server.taken).hasSize(2);
        assertThat(messageId(0))
                .isEqualTo(messageId(1))
                .isEqualTo(post.message("a").messageId());
    }

    @Test
    void aServerThatHangsUpNowAndThenGetsAllAtLast() {
        AtomicInteger turn = new AtomicInteger();
        server.replies.put("MAIL", from -> turn.incrementAndGet() % 7 == 0 ? "421 4.3.2 restarting" : null);
        many();
        for (int i = 0; i < 20; i++) {
            node.run();
            post.rooms.clock.advance(Duration.ofMinutes(7));
        }
        assertThat(server.taken).hasSize(MANY);
        assertThat(post.database.number("select count(*) from outbox where state = 'sent' and attempts = 1"))
                .isEqualTo(MANY);
    }

    @Test
    void aServerThatWasAwayGetsAllWhenItIsBack() {
        server.replies.put("GREETING", nothing -> "421 4.3.2 down for maintenance");
        many();
        for (int i = 0; i < 30; i++) {
            node.run();
            post.rooms.clock.advance(Duration.ofMinutes(7));
        }
        assertThat(post.database.number("select count(*) from outbox where state = 'queued' and attempts = 0"))
                .isEqualTo(MANY);
        assertThat(post.position().trouble()).contains("421");
        server.replies.clear();
        node.run();
        assertThat(server.taken).hasSize(MANY);
        assertThat(post.position().trouble()).isNull();
    }

    @Test
    void oneTriedByHandDoesNotWaitForTheServersRestToEnd() {
        server.replies.put("GREETING", nothing -> "421 4.3.2 down for maintenance");
        post.queue("letter 1");
        node.run();
        server.replies.clear();
        node.run();
        assertThat(server.taken).isEmpty();
        post.rooms.events.observedBy(node);
        post.rooms.administrator();
        UUID id = post.message("letter 1").id();
        post.database.run(() -> post.retryMail().retry(id));
        node.run();
        assertThat(server.taken).hasSize(1);
    }

    private void many() {
        for (int i = 0; i < MANY; i++) {
            post.queue("letter " + i);
        }
    }

    private String messageId(int index) {
        Matcher id = MESSAGE_ID.matcher(new String(server.taken.get(index), StandardCharsets.ISO_8859_1));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
