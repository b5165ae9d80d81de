package org.sopan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.mail.ShowDue.Wait;
import org.sopan.shared.Language;
import org.sopan.spi.message.Outcome;
import org.sopan.testing.TestDatabase;

/** Mail that is held, mail that waits for its domain's rate, and the dry run that says why. */
abstract class HeldMailRules {
    private final PostRoom post;

    HeldMailRules(TestDatabase database) {
        post = new PostRoom(database, Map.of("sopan.mail.rate", "6", "sopan.mail.lines", "1"));
        post.rooms.administrator();
    }

    @Test
    void nothingLeavesWhileMailIsHeldAndAllOfItAfterwards() {
        hold(true, "the wrong batch was enrolled");
        post.queue("a");
        post.node().run();
        assertThat(post.server.opened.get()).isZero();
        assertThat(post.position().note()).isEqualTo("the wrong batch was enrolled");
        assertThat(post.position().changedBy()).isEqualTo(post.rooms.caller.person());
        post.rooms.woken.clear();
        hold(false, null);
        assertThat(post.rooms.woken).containsExactly(SendMail.NAME);
        post.node().run();
        assertThat(post.server.taken).hasSize(1);
        assertThat(post.database.number(
                        "select count(*) from audit_entry where action in ('mail-held', 'mail-let-go')"))
                .isEqualTo(2);
    }

    @Test
    void holdingTwiceIsHoldingOnceAndKeepsTheFirstNote() {
        hold(true, "first");
        hold(true, "second");
        assertThat(post.position().note()).isEqualTo("first");
        assertThat(post.database.number("select count(*) from audit_entry")).isEqualTo(1);
    }

    @Test
    void aNodeInTheMiddleOfABatchStopsAfterTheMessagesAtHand() {
        for (int i = 0; i < 6; i++) {
            post.queue("letter " + i);
        }
        post.server.act = message -> {
            if (post.server.taken.size() == 1) {
                hold(true, null);
            }
            return Outcome.delivered("250");
        };
        post.node().run();
        assertThat(post.server.taken).as("two for the one line").hasSizeBetween(2, 4);
        assertThat(post.database.number("select count(*) from outbox where state = 'queued'"))
                .isEqualTo(6 - post.server.taken.size());
    }

    @Test
    void aFullDomainWaitsAndHoldsUpNoOther() {
        for (int i = 0; i < 10; i++) {
            post.queue("large " + i, "person" + i + "@large.example");
        }
        post.rooms.clock.advance(Duration.ofMillis(1));
        post.queue("small", "person@small.example");
        SendMail node = post.node();
        node.run();
        assertThat(post.server.takenFor())
                .hasSize(7)
                .contains("person@small.example")
                .filteredOn(to -> to.endsWith("large.example"))
                .hasSize(6);
        int opened = post.server.opened.get();
        node.run();
        assertThat(post.server.opened.get())
                .as("no server is called for nothing")
                .isEqualTo(opened);
        post.rooms.clock.advance(Duration.ofSeconds(10));
        node.run();
        assertThat(post.server.taken).hasSize(8);
        post.rooms.clock.advance(Duration.ofMinutes(1));
        node.run();
        assertThat(post.server.takenFor()).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void whomSomeoneWaitsForGoesFirstAndNoticesLast() {
        post.queue(notice("notice"));
        post.rooms.clock.advance(Duration.ofSeconds(1));
        post.queue("invitation");
        post.rooms.clock.advance(Duration.ofSeconds(1));
        post.queue(new Letter("reset", "password-reset", "reset@sopan.example", Language.EN, DATA, null));
        post.node().run();
        assertThat(post.server.takenFor())
                .containsExactly("reset@sopan.example", "invitation@sopan.example", "notice@sopan.example");
    }

    @Test
    void theDryRunSaysWhatWouldGoAndWhyTheRestDoesNot() {
        post.queue("goes");
        post.queue(PostRoom.letter("paper", "paper@sopan.example", "not stored yet"));
        post.queue(PostRoom.letter("later", "later@sopan.example", null)
                .notBefore(post.rooms.clock.instant().plusSeconds(60)));
        post.queue("refused", "refused@sopan.example");
        post.database.run(() -> post.troubles.mark("refused@sopan.example", "550 5.1.1"));
        ShowDue.Due due = due();
        assertThat(due.templates()).isEqualTo(Map.of("invitation", 1L));
        assertThat(due.waits()).isEqualTo(Map.of(Wait.NOW, 1L, Wait.ATTACHMENT, 1L, Wait.MOMENT, 1L, Wait.ADDRESS, 1L));
        assertThat(due.first())
                .extracting(each -> each.message().address(), ShowDue.DueMessage::waitsFor)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("goes@sopan.example", Wait.NOW),
                        org.assertj.core.groups.Tuple.tuple("refused@sopan.example", Wait.ADDRESS),
                        org.assertj.core.groups.Tuple.tuple("paper@sopan.example", Wait.ATTACHMENT),
                        org.assertj.core.groups.Tuple.tuple("later@sopan.example", Wait.MOMENT));
        assertThat(due.first()).allSatisfy(each -> assertThat(each.subject()).startsWith("সোপানে আমন্ত্রণ"));
        assertThat(post.database.number("select count(*) from outbox where state = 'queued'"))
                .isEqualTo(4);
        hold(true, null);
        assertThat(due().waits()).containsEntry(Wait.HELD, 2L).doesNotContainKey(Wait.NOW);
    }

    @Test
    void theDryRunNamesAFullDomainAndAnotherTry() {
        for (int i = 0; i < 8; i++) {
            post.queue("large " + i, "person" + i + "@large.example");
        }
        post.queue("tried", "tried@small.example");
        post.server.answers("tried@small.example", Outcome.Kind.TEMPORARY, "450 greylisted");
        post.node().run();
        assertThat(due().waits()).isEqualTo(Map.of(Wait.RATE, 2L, Wait.NEXT_TRY, 1L));
    }

    private static final Map<String, String> DATA =
            Map.of("name", "Rahima", "institute", "BPATC", "link", "https://sopan.example/#/x", "until", "today");

    private static Letter notice(String once) {
        return new Letter(
                once,
                "invitation",
                once + "@sopan.example",
                Language.EN,
                DATA,
                null,
                "https://sopan.example/api/unsubscribe/x");
    }

    private ShowDue.Due due() {
        return post.database.in(() -> new ShowDue(
                        post.rooms.entities,
                        post.troubles,
                        post.mailSwitch,
                        post.rates,
                        new Templates(),
                        post.rooms.clock)
                .show(10));
    }

    private void hold(boolean held, @Nullable String note) {
        post.database.run(() -> new HoldMail(
                        post.mailSwitch, post.rooms.audit, post.rooms.caller, post.rooms.woken::add, post.rooms.clock)
                .turn(held, note));
    }
}
