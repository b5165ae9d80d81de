package org.sopan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.mail.OutboxMessage.State;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.Language;
import org.sopan.spi.message.Outcome;
import org.sopan.spi.message.Outcome.Kind;
import org.sopan.testing.MovingClock;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class OutboxRules {
    private static final Outcome SENT = Outcome.delivered("250");
    private static final Outcome LATER = new Outcome(Kind.TEMPORARY, "450 later");
    final TestDatabase database;
    final PostRoom post;
    final Rooms rooms;
    final Senders senders;

    OutboxRules(TestDatabase database) {
        this.database = database;
        post = new PostRoom(database);
        rooms = post.rooms;
        senders = post.senders;
    }

    @Test
    void makesOneRowOfTheSameOnce() {
        queue("a", null);
        queue("a", null);
        queue("b", null);
        assertThat(database.number("select count(*) from outbox")).isEqualTo(2);
        assertThat(rooms.woken).isNotEmpty().containsOnly(SendMail.NAME);
    }

    @Test
    void makesOneRowOfEachOfMany() {
        queue("letter 7", null);
        List<Letter> many = java.util.stream.IntStream.range(0, 250)
                .mapToObj(i -> letter("letter " + i, i % 2 == 0 ? null : "paper " + i))
                .toList();
        database.run(() -> rooms.outbox.queue(many));
        assertThat(database.number("select count(*) from outbox")).isEqualTo(250);
        assertThat(database.number("select count(*) from outbox where released"))
                .isEqualTo(126);
    }

    @Test
    void keepsBackWhatStillWaitsAndNothingElse() {
        queue("sent", null);
        Claim first = senders.claim("node");
        UUID sent = first.ids().get(0);
        post.mark(first, sent, SENT);
        queue("waits", null);
        queue("stays", null);
        database.run(() -> rooms.outbox.recall(List.of("sent", "waits", "unknown")));
        assertThat(find(sent).state()).isEqualTo(State.sent);
        UUID kept = UUID.fromString(text("select cast(id as varchar) from outbox where dedupe_key = 'waits'"));
        assertThat(find(kept).state()).isEqualTo(State.suppressed);
        assertThat(claim()).hasSize(1).doesNotContain(kept);
        rooms.administrator();
        RetryMail retry = post.retryMail();
        assertThatThrownBy(() -> database.in(() -> retry.retry(kept))).isInstanceOf(Conflict.class);
    }

    @Test
    void isGoneWithTheActThatIsRolledBack() {
        assertThatThrownBy(() -> database.run(() -> {
                    rooms.outbox.queue(letter("a", null));
                    throw new IllegalStateException("the act failed");
                }))
                .hasMessage("the act failed");
        assertThat(database.number("select count(*) from outbox")).isZero();
    }

    @Test
    void waitsForItsAttachment() {
        queue("a", "paper");
        assertThat(rooms.woken).isEmpty();
        assertThat(claim()).isEmpty();
        database.run(() -> rooms.outbox.release("another"));
        assertThat(claim()).isEmpty();
        database.run(() -> rooms.outbox.release("paper"));
        Claim claim = senders.claim("node");
        assertThat(senders.read(claim)).singleElement().satisfies(ready -> assertThat(ready.attachment())
                .isNotNull());
        assertThat(rooms.woken).containsOnly(SendMail.NAME);
    }

    @Test
    void waitsForItsMoment() {
        database.run(() -> rooms.outbox.queue(later("a", Duration.ofMinutes(10))));
        assertThat(rooms.woken).isEmpty();
        assertThat(claim()).isEmpty();
        rooms.clock.advance(Duration.ofMinutes(10));
        assertThat(claim()).hasSize(1);
    }

    @Test
    void isCalledBackOnlyUntilItLeaves() {
        queue("leaving", null);
        assertThat(claim()).hasSize(1);
        database.run(() -> rooms.outbox.queue(List.of(later("a", Duration.ofMinutes(10)), later("b", Duration.ZERO))));
        assertThat(database.in(() -> rooms.outbox.recall(List.of("leaving", "a", "b", "none"))))
                .containsExactly(false, true, true, false);
        rooms.clock.advance(Duration.ofMinutes(11));
        assertThat(claim()).as("only the one whose sender crashed").hasSize(1);
    }

    @Test
    void neverLeavesOnceItWasCalledBack() {
        database.run(() -> rooms.outbox.queue(later("a", Duration.ofMinutes(10))));
        database.run(() -> rooms.outbox.recall(List.of("a")));
        rooms.administrator();
        RetryMail retry = post.retryMail();
        UUID id = database.in(() -> rooms.outbox.list(State.suppressed, 0, 1))
                .items()
                .get(0)
                .id();
        assertThatThrownBy(() -> database.in(() -> retry.retry(id))).isInstanceOf(Conflict.class);
    }

    private Letter later(String once, Duration wait) {
        return letter(once, null).notBefore(rooms.clock.instant().plus(wait));
    }

    @Test
    void readsBackTheDataOfTheLetter() {
        queue("a", null);
        Ready ready = senders.read(senders.claim("node")).get(0);
        assertThat(Ready.data(ready.row().content())).containsExactly(Map.entry("name", "রহিমা \"খাতুন\""));
        assertThat(ready.attachment()).isNull();
        assertThat(ready.row().language()).isEqualTo(Language.BN);
        assertThat(ready.row().createdAt()).isEqualTo(MovingClock.BEGIN);
        assertThat(ready.row().messageId()).isEqualTo("<" + ready.row().id() + "@sopan.example>");
    }

    @Test
    void isSentOnce() {
        queue("a", null);
        Claim claim = senders.claim("node");
        UUID id = claim.ids().get(0);
        post.mark(claim, id, SENT);
        rooms.clock.advance(Duration.ofDays(1));
        assertThat(claim()).isEmpty();
        OutboxMessage sent = find(id);
        assertThat(sent.state()).isEqualTo(State.sent);
        assertThat(sent.sentAt()).isEqualTo(MovingClock.BEGIN);
        assertThat(sent.attempts()).isEqualTo(1);
    }

    @Test
    void isClaimedAgainWithTheSameMessageIdAfterACrashWhileSending() {
        queue("a", null);
        UUID id = senders.claim("crashed").ids().get(0);
        String messageId = find(id).messageId();
        rooms.clock.advance(Claim.LENGTH);
        assertThat(senders.claim("other").ids()).isEmpty();
        rooms.clock.advance(Duration.ofSeconds(1));
        assertThat(senders.claim("other").ids()).containsExactly(id);
        assertThat(find(id).messageId()).isEqualTo(messageId);
    }

    @Test
    void waitsLongerAfterEachFailureUpToEightHours() {
        assertThat(List.of(1, 2, 3, 7, 8, 40).stream()
                        .map(failures -> BackOff.REFUSED_FOR_NOW.after(failures, rooms.randomness)))
                .zipSatisfy(List.of(5, 10, 20, 320, 480, 480), (wait, minutes) -> assertThat(wait)
                        .isBetween(
                                Duration.ofMinutes(minutes),
                                Duration.ofMinutes(minutes).multipliedBy(5).dividedBy(4)));
        queue("a", null);
        Claim claim = senders.claim("node");
        UUID id = claim.ids().get(0);
        post.mark(claim, id, LATER);
        rooms.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(claim()).isEmpty();
        rooms.clock.advance(Duration.ofMinutes(5).dividedBy(4).plusSeconds(1));
        assertThat(claim()).containsExactly(id);
        assertThat(find(id).lastError()).isEqualTo("450 later");
    }

    @Test
    void doesNotComeBackInStepWithWhatFailedBesideIt() {
        for (int i = 0; i < 20; i++) {
            queue("letter " + i, null);
        }
        Claim claim = senders.claim("node");
        claim.ids().forEach(id -> post.mark(claim, id, LATER));
        assertThat(database.number("select count(distinct due_at) from outbox")).isGreaterThan(5);
    }

    @Test
    void failsAtOnceForAPermanentReason() {
        queue("a", null);
        Claim claim = senders.claim("node");
        UUID id = claim.ids().get(0);
        post.mark(claim, id, new Outcome(Kind.MESSAGE_REFUSED, "554 no thanks"));
        rooms.clock.advance(Duration.ofDays(1));
        assertThat(claim()).isEmpty();
        assertThat(find(id).state()).isEqualTo(State.failed);
        assertThat(find(id).failure()).isEqualTo("message");
    }

    @Test
    void failsAfterSixteenTriesOverMoreThanTwoDays() {
        queue("a", null);
        for (int attempt = 1; attempt <= 16; attempt++) {
            Claim claim = senders.claim("node");
            assertThat(claim.ids()).hasSize(1);
            post.mark(claim, claim.ids().get(0), LATER);
            rooms.clock.advance(
                    attempt < 8 ? Duration.ofMinutes(5L * 5 << attempt - 1).dividedBy(4) : Duration.ofHours(10));
        }
        assertThat(rooms.clock.instant()).isAfter(MovingClock.BEGIN.plus(Duration.ofDays(2)));
        assertThat(claim()).isEmpty();
        assertThat(
                        database.number(
                                "select count(*) from outbox where state = 'failed' and attempts = 16 and failure = 'attempts'"))
                .isEqualTo(1);
    }

    @Test
    void isTriedAgainNowWhenAnAdministratorSaysSo() {
        queue("a", null);
        Claim first = senders.claim("node");
        UUID id = first.ids().get(0);
        post.mark(first, id, new Outcome(Kind.ADDRESS_REFUSED, "550 no such mailbox"));
        rooms.administrator();
        RetryMail retry = post.retryMail();
        database.in(() -> retry.retry(id));
        Claim second = senders.claim("node");
        assertThat(second.ids()).containsExactly(id);
        assertThatThrownBy(() -> database.in(() -> retry.retry(id))).isInstanceOf(Conflict.class);
        post.mark(second, id, SENT);
        assertThatThrownBy(() -> database.in(() -> retry.retry(id))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> database.in(() -> retry.retry(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void listsTheNewestFirstByStateAndPage() {
        for (String once : List.of("a", "b", "c")) {
            queue(once, null);
            rooms.clock.advance(Duration.ofSeconds(1));
        }
        Claim claim = senders.claim("node");
        post.mark(claim, claim.ids().get(0), SENT);
        assertThat(database.in(() -> rooms.outbox.list((State) null, 0, 2)).items())
                .extracting(OutboxMessage::createdAt)
                .containsExactly(MovingClock.BEGIN.plusSeconds(2), MovingClock.BEGIN.plusSeconds(1));
        assertThat(database.in(() -> rooms.outbox.list((State) null, 1, 2)).items())
                .hasSize(1);
        assertThat(database.in(() -> rooms.outbox.list(State.sent, 0, 50)).total())
                .isEqualTo(1);
    }

    @Test
    void givesTwoSendersAtOnceNeverTheSameMessage() {
        for (int i = 0; i < Claim.MOST + 5; i++) {
            queue("letter " + i, null);
        }
        List<UUID> inOne = new java.util.ArrayList<>();
        List<UUID> inOther = new java.util.ArrayList<>();
        database.run(() -> {
            inOne.addAll(new Senders(
                            rooms.entities,
                            rooms.batches,
                            post.troubles,
                            post.rates,
                            post.mailSwitch,
                            PostRoom.FILES,
                            rooms.randomness,
                            rooms.clock)
                    .claim("one")
                    .ids());
            inOther.addAll(senders.claim("other").ids());
        });
        assertThat(inOne).hasSize(Claim.MOST);
        assertThat(inOther).doesNotContainAnyElementsOf(inOne);
        assertSecondSender(inOther);
    }

    private List<UUID> claim() {
        return senders.claim("node").ids();
    }

    /** What one sender gets while another is claiming. */
    abstract void assertSecondSender(List<UUID> claimed);

    void queue(String once, @Nullable String attachment) {
        database.run(() -> rooms.outbox.queue(letter(once, attachment)));
    }

    private String text(String sql) {
        return database.in(
                () -> String.valueOf(rooms.entities.createNativeQuery(sql).getSingleResult()));
    }

    private OutboxMessage find(UUID id) {
        return database.in(() -> rooms.outbox.find(id).orElseThrow());
    }

    static Letter letter(String once, @Nullable String attachment) {
        return new Letter(
                once, "invitation", "rahima@sopan.example", Language.BN, Map.of("name", "রহিমা \"খাতুন\""), attachment);
    }
}
