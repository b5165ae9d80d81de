package org.sopan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sopan.spi.message.Outcome;
import org.sopan.testing.AtOnce;
import org.sopan.testing.TestDatabase;

/** Two nodes over one PostgreSQL, in real threads, each with four lines. */
class TwoSendersIT {
    private static final int MANY = 600;
    private final PostRoom post = new PostRoom(TestDatabase.postgresql(), Map.of("sopan.mail.rate", "0"));

    @Test
    void twoNodesAtOnceSendEachMessageOnce() {
        for (int i = 0; i < MANY; i++) {
            post.queue("letter " + i);
        }
        FakeServer other = new FakeServer();
        post.server.act = message -> {
            Thread.onSpinWait();
            return Outcome.delivered("250");
        };
        SendMail one = post.node();
        SendMail two = post.node(post.senders, new FakeChannels(post.rooms, other));
        AtOnce.run(one::run, two::run, one::run, two::run);
        post.server.taken.addAll(other.taken);
        assertThat(post.server.takenFor()).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(post.database.number("select count(*) from outbox where state = 'sent' and attempts = 1"))
                .isEqualTo(MANY);
        assertThat(post.database.number("select count(*) from outbox_event where state = 'sending'"))
                .isEqualTo(MANY);
        assertThat(other.taken).as("both had their share").isNotEmpty();
    }
}
