package org.sopan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sopan.mail.OutboxMessage.State;
import org.sopan.spi.message.Outcome;
import org.sopan.spi.message.Outcome.Kind;
import org.sopan.testing.TestDatabase;

/** Whose trouble a refusal is: the message's, the address's, the server's; and what follows from it. */
abstract class RefusalRules {
    private static final String GONE = "gone@sopan.example";
    private static final String REPLY = "550 5.1.1 no such user";
    private final PostRoom post;
    private final SendMail node;

    RefusalRules(TestDatabase database) {
        post = new PostRoom(database);
        node = post.node();
    }

    @Test
    void aRefusedAddressIsNotTriedWithTheNextLetter() {
        refuse();
        post.queue("later", GONE);
        post.queue("others", "other@sopan.example");
        node.run();
        assertThat(post.server.takenFor()).containsExactly("other@sopan.example");
        OutboxMessage later = post.message("later");
        assertThat(later.state()).isEqualTo(State.failed);
        assertThat(later.failure()).isEqualTo("address");
        assertThat(later.lastError()).isEqualTo(REPLY);
        assertThat(later.attempts()).isZero();
        assertThat(post.database.in(() -> post.troubles.of(GONE)))
                .hasValueSatisfying(trouble -> assertThat(trouble.reply()).isEqualTo(REPLY));
    }

    @Test
    void whatFailedForTheAddressGoesOnceSomeoneLookedIntoIt() {
        refuse();
        post.queue("later", GONE);
        node.run();
        post.server.answers.clear();
        post.rooms.administrator();
        post.database.run(() -> new ClearAddress(post.troubles, post.rooms.audit, post.rooms.caller).clear(GONE));
        node.run();
        assertThat(post.server.takenFor()).containsExactly(GONE, GONE);
        assertThat(post.database.number("select count(*) from address_trouble")).isZero();
        assertThat(post.database.number("select count(*) from audit_entry where action = 'address-cleared'"))
                .isEqualTo(1);
    }

    @Test
    void whatFailedTooLongAgoStays() {
        refuse();
        post.rooms.clock.advance(Duration.ofDays(8));
        post.server.answers.clear();
        post.database.run(() -> post.troubles.clear(List.of(GONE), "test"));
        node.run();
        assertThat(post.server.taken).isEmpty();
        assertThat(post.message("first").state()).isEqualTo(State.failed);
    }

    @Test
    void anArrivalClearsTheAddressAndLetsTheOthersGo() {
        refuse();
        post.queue("later", GONE);
        node.run();
        post.server.answers.clear();
        post.rooms.administrator();
        post.database.in(() -> post.retryMail().retry(post.id("first")));
        node.run();
        node.run();
        assertThat(post.server.takenFor()).containsExactly(GONE, GONE);
    }

    @Test
    void whatFailedForTheAddressGoesToTheNewOne() {
        refuse();
        post.database.run(() -> post.rooms.outbox.readdress(GONE, "new@other.example"));
        node.run();
        assertThat(post.server.takenFor()).containsExactly("new@other.example");
        assertThat(post.message("first").domain()).isEqualTo("other.example");
    }

    @Test
    void aRefusedMessageSaysNothingOfItsAddress() {
        post.server.answers(GONE, Kind.MESSAGE_REFUSED, "552 too large");
        post.queue("first", GONE);
        node.run();
        post.server.answers.clear();
        post.queue("later", GONE);
        node.run();
        assertThat(post.message("first").failure()).isEqualTo("message");
        assertThat(post.message("later").state()).isEqualTo(State.sent);
    }

    @Test
    void nothingIsClaimedWhileThereIsNoServer() {
        post.server.away = "535 sign-in failed";
        post.queue("a");
        node.run();
        assertThat(post.message("a").state()).isEqualTo(State.queued);
        assertThat(post.message("a").attempts()).isZero();
        assertThat(post.history("a")).isEmpty();
        assertThat(post.position().trouble()).isEqualTo("535 sign-in failed");
        assertThat(post.position().troubleSince()).isEqualTo(post.rooms.clock.instant());

        post.server.away = null;
        node.run();
        assertThat(post.server.taken).as("it rests first").isEmpty();
        post.rooms.clock.advance(Duration.ofSeconds(13));
        node.run();
        assertThat(post.server.taken).hasSize(1);
        assertThat(post.position().trouble()).isNull();
    }

    @Test
    void aWeekWithoutAServerCostsNoMessageAnAttempt() {
        post.queue("a");
        post.server.act = message -> new Outcome(Kind.SERVER_TROUBLE, "550 5.7.1 sender not allowed");
        for (int hour = 0; hour < 7 * 24; hour++) {
            node.run();
            post.rooms.clock.advance(Duration.ofHours(1));
        }
        assertThat(post.message("a").attempts()).isZero();
        assertThat(post.message("a").lastError()).isEqualTo("550 5.7.1 sender not allowed");
        assertThat(post.history("a")).isEmpty();
        post.server.act = message -> Outcome.delivered("250");
        node.run();
        assertThat(post.message("a").state()).isEqualTo(State.sent);
        assertThat(post.message("a").lastError()).isNull();
    }

    @Test
    void troubleOfTheServerStopsTheRestOfTheBatch() {
        PostRoom one = new PostRoom(post.database, Map.of("sopan.mail.lines", "1"));
        for (int i = 0; i < 10; i++) {
            one.queue("letter " + i);
        }
        one.server.act = message -> one.server.taken.size() < 3
                ? Outcome.delivered("250")
                : new Outcome(Kind.SERVER_TROUBLE, "421 closing");
        SendMail single = one.node();
        single.run();
        assertThat(one.server.taken).hasSize(3);
        assertThat(one.database.number("select count(*) from outbox where state = 'queued' and attempts = 0"))
                .isEqualTo(7);
        one.server.act = message -> Outcome.delivered("250");
        one.rooms.clock.advance(Duration.ofMinutes(1));
        single.run();
        assertThat(one.server.takenFor()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void aBrokenLineCostsTheMessageThatWasOnItAnAttempt() {
        post.queue("a");
        post.server.act = message -> new Outcome(Kind.LOST, "the connection broke");
        node.run();
        assertThat(post.message("a").attempts()).isEqualTo(1);
        assertThat(post.message("a").state()).isEqualTo(State.queued);
        assertThat(post.position().trouble()).isEqualTo("the connection broke");
        assertThat(post.server.closed.get()).isEqualTo(post.server.opened.get());
    }

    @Test
    void aServerThatTakesFewerLinesIsServedWithFewer() {
        post.server.mostLines = 2;
        for (int i = 0; i < 30; i++) {
            post.queue("letter " + i);
        }
        node.run();
        assertThat(post.server.takenFor()).hasSize(30).doesNotHaveDuplicates();
        assertThat(post.server.closed.get()).isEqualTo(post.server.opened.get()).isLessThanOrEqualTo(2);
        assertThat(post.server.refused.get())
                .as("it does not call again and again")
                .isLessThanOrEqualTo(2);
        assertThat(post.position().trouble()).isNull();
    }

    private void refuse() {
        post.server.answers(GONE, Kind.ADDRESS_REFUSED, REPLY);
        post.queue("first", GONE);
        node.run();
        assertThat(post.message("first").state()).isEqualTo(State.failed);
    }
}
