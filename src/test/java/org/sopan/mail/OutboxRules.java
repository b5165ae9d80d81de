package org.sopan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.mail.OutboxMessage.State;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.Language;
import org.sopan.testing.MovingClock;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class OutboxRules {
    private static final Duration CLAIM = Duration.ofMinutes(5);
    final TestDatabase database;
    final Rooms rooms;
    final Senders senders;

    OutboxRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        Attachments attachments = key -> Optional.of(new Attachments.Attachment(key, "text/plain", new byte[] {1}));
        senders = new TransactedSenders(database, rooms.outbox, attachments, rooms.clock);
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
        UUID sent = senders.claim("node").get(0);
        senders.sent(sent);
        queue("waits", null);
        queue("stays", null);
        database.run(() -> rooms.outbox.recall(List.of("sent", "waits", "unknown")));
        assertThat(find(sent).state()).isEqualTo(State.sent);
        UUID kept = UUID.fromString(text("select cast(id as varchar) from outbox where dedupe_key = 'waits'"));
        assertThat(find(kept).state()).isEqualTo(State.suppressed);
        assertThat(senders.claim("node")).hasSize(1).doesNotContain(kept);
        rooms.administrator();
        RetryMail retry = new RetryMail(rooms.outbox, rooms.audit, rooms.caller, rooms.woken::add, rooms.clock);
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
        assertThat(senders.claim("node")).isEmpty();
        database.run(() -> rooms.outbox.release("another"));
        assertThat(senders.claim("node")).isEmpty();
        database.run(() -> rooms.outbox.release("paper"));
        List<UUID> claimed = senders.claim("node");
        assertThat(claimed).hasSize(1);
        assertThat(senders.read(claimed.get(0)).attachment()).isNotNull();
        assertThat(rooms.woken).containsOnly(SendMail.NAME);
    }

    @Test
    void waitsForItsMoment() {
        database.run(() -> rooms.outbox.queue(later("a", Duration.ofMinutes(10))));
        assertThat(rooms.woken).isEmpty();
        assertThat(senders.claim("node")).isEmpty();
        rooms.clock.advance(Duration.ofMinutes(10));
        assertThat(senders.claim("node")).hasSize(1);
    }

    @Test
    void isCalledBackOnlyUntilItLeaves() {
        queue("leaving", null);
        assertThat(senders.claim("node")).hasSize(1);
        database.run(() -> rooms.outbox.queue(List.of(later("a", Duration.ofMinutes(10)), later("b", Duration.ZERO))));
        assertThat(database.in(() -> rooms.outbox.recall(List.of("leaving", "a", "b", "none"))))
                .containsExactly(false, true, true, false);
        rooms.clock.advance(Duration.ofMinutes(11));
        assertThat(senders.claim("node"))
                .as("only the one whose sender crashed")
                .hasSize(1);
    }

    @Test
    void neverLeavesOnceItWasCalledBack() {
        database.run(() -> rooms.outbox.queue(later("a", Duration.ofMinutes(10))));
        database.run(() -> rooms.outbox.recall(List.of("a")));
        rooms.administrator();
        RetryMail retry = new RetryMail(rooms.outbox, rooms.audit, rooms.caller, rooms.woken::add, rooms.clock);
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
        Senders.Claimed claimed = senders.read(senders.claim("node").get(0));
        assertThat(claimed.data()).containsExactly(Map.entry("name", "রহিমা \"খাতুন\""));
        assertThat(claimed.attachment()).isNull();
        assertThat(claimed.message().language()).isEqualTo(Language.BN);
        assertThat(claimed.message().createdAt()).isEqualTo(MovingClock.BEGIN);
        assertThat(claimed.message().messageId())
                .isEqualTo("<" + claimed.message().id() + "@sopan.example>");
    }

    @Test
    void isSentOnce() {
        queue("a", null);
        UUID id = senders.claim("node").get(0);
        senders.sent(id);
        rooms.clock.advance(Duration.ofDays(1));
        assertThat(senders.claim("node")).isEmpty();
        OutboxMessage sent = find(id);
        assertThat(sent.state()).isEqualTo(State.sent);
        assertThat(sent.sentAt()).isEqualTo(MovingClock.BEGIN);
        assertThat(sent.attempts()).isEqualTo(1);
    }

    @Test
    void isClaimedAgainWithTheSameMessageIdAfterACrashWhileSending() {
        queue("a", null);
        UUID id = senders.claim("crashed").get(0);
        String messageId = find(id).messageId();
        rooms.clock.advance(CLAIM);
        assertThat(senders.claim("other")).isEmpty();
        rooms.clock.advance(Duration.ofSeconds(1));
        assertThat(senders.claim("other")).containsExactly(id);
        assertThat(find(id).messageId()).isEqualTo(messageId);
    }

    @Test
    void waitsLongerAfterEachFailureUpToAnHour() {
        assertThat(List.of(1, 2, 3, 8, 9, 10, 16).stream()
                        .map(OutboxMessage::backOff)
                        .map(Duration::toSeconds))
                .containsExactly(10L, 20L, 40L, 1_280L, 2_560L, 3_600L, 3_600L);
        queue("a", null);
        UUID id = senders.claim("node").get(0);
        senders.notSent(id, "421 later", false);
        rooms.clock.advance(Duration.ofSeconds(9));
        assertThat(senders.claim("node")).isEmpty();
        rooms.clock.advance(Duration.ofSeconds(1));
        assertThat(senders.claim("node")).containsExactly(id);
        assertThat(find(id).lastError()).isEqualTo("421 later");
    }

    @Test
    void failsAtOnceForAPermanentReason() {
        queue("a", null);
        UUID id = senders.claim("node").get(0);
        senders.notSent(id, "550 no such mailbox", true);
        rooms.clock.advance(Duration.ofDays(1));
        assertThat(senders.claim("node")).isEmpty();
        assertThat(find(id).state()).isEqualTo(State.failed);
    }

    @Test
    void failsAfterSixteenTries() {
        queue("a", null);
        for (int attempt = 1; attempt <= 16; attempt++) {
            List<UUID> claimed = senders.claim("node");
            assertThat(claimed).hasSize(1);
            senders.notSent(claimed.get(0), "421 later", false);
            rooms.clock.advance(Duration.ofHours(1));
        }
        assertThat(senders.claim("node")).isEmpty();
        assertThat(database.number("select count(*) from outbox where state = 'failed' and attempts = 16"))
                .isEqualTo(1);
    }

    @Test
    void isTriedAgainNowWhenAnAdministratorSaysSo() {
        queue("a", null);
        UUID id = senders.claim("node").get(0);
        senders.notSent(id, "550 no such mailbox", true);
        rooms.administrator();
        RetryMail retry = new RetryMail(rooms.outbox, rooms.audit, rooms.caller, rooms.woken::add, rooms.clock);
        database.in(() -> retry.retry(id));
        assertThat(senders.claim("node")).containsExactly(id);
        assertThatThrownBy(() -> database.in(() -> retry.retry(id))).isInstanceOf(Conflict.class);
        senders.sent(id);
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
        senders.sent(senders.claim("node").get(0));
        assertThat(database.in(() -> rooms.outbox.list(null, 0, 2)).items())
                .extracting(OutboxMessage::createdAt)
                .containsExactly(MovingClock.BEGIN.plusSeconds(2), MovingClock.BEGIN.plusSeconds(1));
        assertThat(database.in(() -> rooms.outbox.list(null, 1, 2)).items()).hasSize(1);
        assertThat(database.in(() -> rooms.outbox.list(State.sent, 0, 50)).total())
                .isEqualTo(1);
    }

    @Test
    void givesTwoSendersAtOnceNeverTheSameMessage() {
        for (int i = 0; i < 25; i++) {
            queue("letter " + i, null);
        }
        List<UUID> first = senders.claim("nobody yet");
        assertThat(first).hasSize(20);
        rooms.clock.advance(CLAIM.plusSeconds(1));
        List<UUID> inOne = new java.util.ArrayList<>();
        List<UUID> inOther = new java.util.ArrayList<>();
        database.run(() -> {
            new Senders(rooms.outbox, key -> Optional.empty(), rooms.clock)
                    .claim("one")
                    .forEach(inOne::add);
            inOther.addAll(senders.claim("other"));
        });
        assertThat(inOne).hasSize(20);
        assertThat(inOther).doesNotContainAnyElementsOf(inOne);
        assertSecondSender(inOther);
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
