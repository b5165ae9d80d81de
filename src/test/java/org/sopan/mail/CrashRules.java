package org.sopan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sopan.mail.OutboxMessage.State;
import org.sopan.spi.message.Message;
import org.sopan.spi.message.Outcome;
import org.sopan.testing.TestDatabase;

/** A fault between any two steps of sending leaves a state that the next run goes on from. */
abstract class CrashRules {
    private static final int MANY = 30;
    private final PostRoom post;

    CrashRules(TestDatabase database) {
        post = new PostRoom(database);
        for (int i = 0; i < MANY; i++) {
            post.queue("letter " + i);
        }
    }

    /** The steps of which one fails. */
    private enum Step {
        CLAIM,
        READ,
        MARK,
        GIVE_BACK
    }

    @Test
    void beforeTheClaimIsWrittenNothingHasHappened() {
        assertThatThrownBy(() -> node(Step.CLAIM).run()).hasMessage("CLAIM");
        assertThat(post.server.taken).isEmpty();
        assertThat(post.database.number("select count(*) from outbox where state = 'queued'"))
                .isEqualTo(MANY);
        goOn();
    }

    @Test
    void betweenClaimAndTheFirstByteNothingHasLeft() {
        assertThatThrownBy(() -> node(Step.READ).run()).hasMessage("READ");
        assertThat(post.server.taken).isEmpty();
        assertThat(post.database.number("select count(*) from outbox where state = 'sending'"))
                .isEqualTo(MANY);
        goOn();
    }

    @Test
    void whatTheServerTookButNobodyMarkedGoesAgainWithTheSameMessageId() {
        post.server.act = message -> {
            // the lease is over by the time that marking fails, so that it is not tried again
            post.rooms.clock.advance(Claim.LENGTH);
            return Outcome.delivered("250");
        };
        assertThatThrownBy(() -> node(Step.MARK).run()).hasMessage("MARK");
        List<Message> inDoubt = List.copyOf(post.server.taken);
        assertThat(inDoubt.size()).as("no more than two for each line").isBetween(1, 8);
        post.server.taken.clear();
        goOn();
        for (Message each : inDoubt) {
            assertThat(post.server.taken)
                    .filteredOn(other -> other.id().equals(each.id()))
                    .singleElement()
                    .satisfies(other -> assertThat(other.messageId()).isEqualTo(each.messageId()));
        }
    }

    @Test
    void whileTheDatabaseIsAwayMarkingIsTriedAgainAndNothingGoesTwice() {
        AtomicInteger failures = new AtomicInteger(2);
        post.node(
                        new FaultySenders() {
                            @Override
                            boolean mark(Claim claim, String node, List<Ready.Done> done) {
                                if (failures.getAndDecrement() > 0) {
                                    throw new IllegalStateException("the database is away");
                                }
                                return super.mark(claim, node, done);
                            }
                        },
                        new FakeChannels(post.rooms, post.server))
                .run();
        assertThat(post.server.takenFor()).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(post.database.number("select count(*) from outbox where state = 'sent' and attempts = 1"))
                .isEqualTo(MANY);
    }

    @Test
    void whatCouldNotBeGivenBackLapses() {
        post.server.act = message -> new Outcome(Outcome.Kind.SERVER_TROUBLE, "421");
        assertThatThrownBy(() -> node(Step.GIVE_BACK).run()).hasMessage("GIVE_BACK");
        post.server.act = message -> Outcome.delivered("250");
        goOn();
    }

    @Test
    void aChannelThatThrowsLosesNoMessage() {
        AtomicInteger faults = new AtomicInteger(1);
        post.server.act = message -> {
            if (faults.getAndDecrement() > 0) {
                throw new IllegalStateException("a fault of the channel");
            }
            return Outcome.delivered("250");
        };
        post.node().run();
        goOn();
    }

    private void goOn() {
        SendMail other = post.node();
        for (int i = 0; i < 4; i++) {
            post.rooms.clock.advance(Claim.LENGTH.plus(Duration.ofSeconds(1)));
            other.run();
        }
        assertThat(post.server.takenFor()).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(post.database.number("select count(*) from outbox where state <> '" + State.sent + "'"))
                .isZero();
        assertThat(post.database.number("select count(*) from outbox where claimed_by is not null"))
                .isZero();
    }

    private SendMail node(Step failing) {
        return post.node(
                new FaultySenders() {
                    @Override
                    void before(Step step) {
                        if (step == failing) {
                            throw new IllegalStateException(step.name());
                        }
                    }
                },
                new FakeChannels(post.rooms, post.server));
    }

    private class FaultySenders extends TransactedSenders {
        FaultySenders() {
            super(post.rooms, post.troubles, post.rates, post.mailSwitch, PostRoom.FILES);
        }

        void before(Step step) {}

        @Override
        public Claim claim(String node) {
            before(Step.CLAIM);
            return super.claim(node);
        }

        @Override
        List<Ready> read(Claim claim) {
            before(Step.READ);
            return super.read(claim);
        }

        @Override
        boolean mark(Claim claim, String node, List<Ready.Done> done) {
            before(Step.MARK);
            return super.mark(claim, node, done);
        }

        @Override
        void giveBack(Claim claim, Collection<Ready> untried) {
            before(Step.GIVE_BACK);
            super.giveBack(claim, untried);
        }
    }
}
