package org.sopan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sopan.mail.OutboxMessage.State;
import org.sopan.platform.PlugIns;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.spi.message.Outcome.Kind;
import org.sopan.testing.TestDatabase;

/** Messages that failed: found, tried again, or let be. */
abstract class DeadLetterRules {
    private final PostRoom post;

    DeadLetterRules(TestDatabase database) {
        post = new PostRoom(database);
    }

    @BeforeEach
    void fail() {
        post.rooms.administrator();
        failing("a", "a@one.example", Kind.MESSAGE_REFUSED, "554 100% refused");
        failing("b", "b@two.example", Kind.MESSAGE_REFUSED, "554 content");
        failing("c", "c@two.example", Kind.ADDRESS_REFUSED, "550 5.1.1 unknown");
        post.node().run();
        post.server.answers.clear();
    }

    @Test
    void areFoundByDomainTemplateAndPartsOfWhatWasSaid() {
        assertThat(found(null, null, null)).isEqualTo(3);
        assertThat(found(null, "TWO.example", null)).isEqualTo(2);
        assertThat(found("invitation", null, null)).isEqualTo(3);
        assertThat(found("certificate", null, null)).isZero();
        assertThat(found(null, null, "CONTENT")).isEqualTo(1);
        assertThat(found(null, null, "0% r")).isEqualTo(1);
        assertThat(found(null, null, "0_")).isZero();
        assertThat(found(null, "two.example", "b@")).isEqualTo(1);
    }

    @Test
    void allThatTheFilterMeansAreTriedAgain() {
        RetryMail retry = post.retryMail();
        assertThat(post.database.in(() -> retry.retryFailed(new MailFilter(State.sent, null, "two.example", null))))
                .as("only failed ones, whatever the filter says")
                .isEqualTo(2);
        assertThat(post.database.in(() -> retry.retryFailed(new MailFilter(null, null, "two.example", null))))
                .isZero();
        post.node().run();
        assertThat(post.server.takenFor()).containsExactlyInAnyOrder("b@two.example", "c@two.example");
        assertThat(post.message("a").state()).isEqualTo(State.failed);
        assertThat(post.database.number("select count(*) from audit_entry where action = 'mail-retried-many'"))
                .isEqualTo(1);
    }

    @Test
    void oneIsLetBeForGood() {
        SuppressMail suppress = new SuppressMail(post.rooms.outbox, post.rooms.audit, post.rooms.caller);
        UUID id = post.id("a");
        assertThat(post.database.in(() -> suppress.suppress(id)).state()).isEqualTo(State.suppressed);
        assertThat(post.database.in(() -> suppress.suppress(id)).state()).isEqualTo(State.suppressed);
        assertThat(post.database.number("select count(*) from audit_entry where action = 'mail-suppressed'"))
                .isEqualTo(1);
        assertThat(post.history("a").get(2).note()).isEqualTo("by hand");
        assertThatThrownBy(() -> post.database.in(() -> suppress.suppress(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
        post.queue("sent");
        post.node().run();
        UUID sent = post.id("sent");
        assertThatThrownBy(() -> post.database.in(() -> suppress.suppress(sent)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aMessageTellsAllThatHappenedToIt() {
        ShowOutbox show = new ShowOutbox(
                post.rooms.entities,
                post.rooms.outbox,
                post.troubles,
                post.mailSwitch,
                new Channels(new PlugIns(), post.rooms.settings, post.rooms.randomness));
        UUID id = post.id("c");
        post.database.in(() -> post.retryMail().retry(id));
        ShowOutbox.Whole whole = post.database.in(() -> show.one(id));
        assertThat(whole.history())
                .extracting(Happened::state, Happened::note)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("sending", null),
                        org.assertj.core.groups.Tuple.tuple("failed", "550 5.1.1 unknown"),
                        org.assertj.core.groups.Tuple.tuple("queued", "tried again by hand"));
        assertThat(whole.trouble()).as("cleared by trying again").isEmpty();
        ShowOutbox.Status status = post.database.in(show::status);
        assertThat(status.channel()).isEqualTo("folder");
        assertThat(status.messages())
                .isEqualTo(Map.of(
                        State.queued, 1L, State.sending, 0L, State.sent, 0L, State.failed, 2L, State.suppressed, 0L));
        assertThat(status.oldest()).isEqualTo(post.rooms.clock.instant());
    }

    private void failing(String once, String address, Kind kind, String reply) {
        post.server.answers(address, kind, reply);
        post.queue(once, address);
    }

    private long found(@Nullable String template, @Nullable String domain, @Nullable String text) {
        return post.database
                .in(() -> post.rooms.outbox.list(new MailFilter(State.failed, template, domain, text), 0, 10))
                .total();
    }
}
