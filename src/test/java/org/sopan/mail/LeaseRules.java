package org.sopan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.sopan.mail.OutboxMessage.State;
import org.sopan.spi.message.Outcome;
import org.sopan.spi.message.Outcome.Kind;
import org.sopan.testing.TestDatabase;

/** A claim holds as long as it is needed, and no longer. */
abstract class LeaseRules {
    private static final Duration SLOW = Duration.ofMinutes(4);
    private final PostRoom post;

    LeaseRules(TestDatabase database) {
        post = new PostRoom(database, Map.of("sopan.mail.lines", "1"));
    }

    @Test
    void aSlowServerDoesNotOutrunTheClaim() {
        for (int i = 0; i < 12; i++) {
            post.queue("letter " + i);
        }
        Set<UUID> onTheirWay = ConcurrentHashMap.newKeySet();
        Set<UUID> takenByAnother = new HashSet<>();
        post.server.act = message -> {
            onTheirWay.add(UUID.fromString(message.id()));
            post.rooms.clock.advance(SLOW);
            takenByAnother.addAll(post.senders.claim("another node").ids());
            return Outcome.delivered("250");
        };
        post.node().run();
        assertThat(takenByAnother).isEmpty();
        assertThat(post.server.takenFor()).hasSize(12).doesNotHaveDuplicates();
        assertThat(post.database.number("select count(*) from outbox where state = 'sent' and attempts = 1"))
                .isEqualTo(12);
    }

    @Test
    void aNodeThatSleptLeavesWhatAnotherTookOver() {
        post.queue("a");
        Claim slept = post.senders.claim("slept");
        List<Ready> ready = post.senders.read(slept);
        post.rooms.clock.advance(Claim.LENGTH.plusSeconds(1));
        Claim taken = post.senders.claim("another");
        assertThat(taken.ids()).isEqualTo(slept.ids());

        post.senders.mark(
                slept, "slept", List.of(new Ready.Done(ready.get(0), new Outcome(Kind.MESSAGE_REFUSED, "554"))));
        assertThat(post.message("a").state()).isEqualTo(State.sending);
        assertThat(post.senders.renew(slept, slept.ids()).ids()).isEmpty();
        post.senders.giveBack(slept, ready);
        assertThat(post.message("a").state()).isEqualTo(State.sending);

        post.mark(taken, taken.ids().get(0), Outcome.delivered("250"));
        assertThat(post.message("a").state()).isEqualTo(State.sent);
        assertThat(post.history("a"))
                .extracting(Happened::state, Happened::node)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("sending", "slept"),
                        org.assertj.core.groups.Tuple.tuple("queued", "another"),
                        org.assertj.core.groups.Tuple.tuple("sending", "another"),
                        org.assertj.core.groups.Tuple.tuple("sent", "node"));
    }

    @Test
    void beginsNothingThatAnotherTookOverMeanwhile() {
        post.queue("first");
        post.rooms.clock.advance(Duration.ofSeconds(1));
        post.queue("second");
        Set<UUID> another = new HashSet<>();
        post.server.act = message -> {
            if (another.isEmpty()) {
                post.rooms.clock.advance(Claim.LENGTH.plusSeconds(1));
                another.addAll(post.senders.claim("another node").ids());
            }
            return Outcome.delivered("250");
        };
        post.node().run();
        assertThat(another).contains(post.id("second"));
        assertThat(post.server.takenFor()).containsExactly("first@sopan.example");
        assertThat(post.message("second").state()).isEqualTo(State.sending);
    }

    @Test
    void aMessageThatEndsEachSenderIsGivenUpAtLast() {
        post.queue("poison");
        for (int crash = 1; crash <= Marked.MOST_ATTEMPTS; crash++) {
            assertThat(post.senders.claim("crashes").ids()).hasSize(1);
            post.rooms.clock.advance(Claim.LENGTH.plusSeconds(1));
        }
        assertThat(post.senders.claim("crashes").ids()).isEmpty();
        assertThat(post.message("poison").state()).isEqualTo(State.failed);
        assertThat(post.history("poison")).hasSize(2 * Marked.MOST_ATTEMPTS);
    }
}
