package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.mail.Letter;
import org.sopan.mail.MailText;
import org.sopan.mail.OutboxMessage;
import org.sopan.mail.Templates;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Forbidden;
import org.sopan.shared.DomainException.Gone;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.DomainException.TooMany;
import org.sopan.shared.Language;
import org.sopan.shared.Page;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class InviteAgainRules {
    private static final String PASSWORD = "a good password";
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private final TestDatabase database;
    private final Rooms rooms;
    private final InviteAgain inviteAgain;
    private final AcceptInvitation accept;
    private final MailOfInstitute mail;
    private final Invite invite;
    private final Person learner;

    InviteAgainRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        invite = new Invite(rooms.links, rooms.outbox, rooms.organizations, rooms.people, rooms.enrolments);
        inviteAgain = new InviteAgain(
                rooms.people,
                rooms.enrolments,
                rooms.links,
                invite,
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        accept = new AcceptInvitation(
                rooms.links,
                rooms.people,
                new Passwords(),
                rooms.sessions,
                rooms.outbox,
                rooms.audit,
                rooms.settings,
                rooms.clock);
        mail = new MailOfInstitute(rooms.entities, rooms.organizations, rooms.caller);
        learner = rooms.learner("rahima", "bpatc");
        database.run(() -> invite.send(learner, "first"));
        rooms.clock.advance(PAUSE);
        rooms.coordinator("bpatc");
    }

    @Test
    void mailsANewLinkAndEndsTheOldOneWithItsMail() {
        send(learner);
        assertThat(states("invitation")).isEqualTo(Map.of("suppressed", 1L, "queued", 1L));
        assertThat(database.number("select count(*) from one_time_link where used_at is null"))
                .isEqualTo(1);
        assertThat(audited("invitation-sent-again")).isEqualTo(1);
    }

    @Test
    void mailsAtMostOnceInTenMinutes() {
        send(learner);
        rooms.clock.advance(PAUSE.minusSeconds(1));
        TooMany refused = catchThrowableOfType(TooMany.class, () -> send(learner));
        assertThat(refused.details()).isEqualTo(Map.of("retryAfter", 2L));
        rooms.clock.advance(Duration.ofSeconds(1));
        send(learner);
        assertThat(audited("invitation-sent-again")).isEqualTo(2);
    }

    @Test
    void handsOutALinkThatEndsAllOthers() {
        InviteAgain.HandedOut first = handOut(learner);
        InviteAgain.HandedOut second = handOut(learner);
        assertThat(second.address()).startsWith("https://sopan.example/#/invitation/");
        assertThat(second.expiresAt()).isEqualTo(rooms.clock.instant().plus(Duration.ofDays(14)));
        assertThatThrownBy(() -> accept(first)).isInstanceOf(Gone.class);
        assertThat(accept(second).person()).isEqualTo(learner);
        assertThat(states("invitation")).isEqualTo(Map.of("suppressed", 1L));
        assertThat(audited("invitation-link-made")).isEqualTo(2);
    }

    @Test
    void tellsThePersonThatAHandedLinkWasUsed() {
        accept(handOut(learner));
        assertThat(states("activated")).isEqualTo(Map.of("queued", 1L));
        assertThat(database.number(
                        "select count(*) from outbox where template = 'activated' and person = '" + learner.id() + "'"))
                .isEqualTo(1);
        for (Language language : Language.values()) {
            MailText text = new Templates()
                    .render(
                            "activated",
                            language,
                            Map.of("name", "Rahima", "day", "1", "link", "https://sopan.example"));
            assertThat(text.subject()).isNotBlank();
            assertThat(text.text()).contains("Rahima").contains("https://sopan.example");
        }
    }

    @Test
    void tellsNothingWhenTheLinkCameByMail() {
        OneTimeLinks.Link link = database.in(() -> rooms.links.make(OneTimeLinks.Purpose.INVITATION, learner.id()));
        accept(new InviteAgain.HandedOut(link.address(), link.expiresAt()));
        assertThat(states("activated")).isEmpty();
    }

    @Test
    void isForThoseWhoHaveNeverSignedIn() {
        database.update("update person set password_hash = 'x' where id = '" + learner.id() + "'");
        assertConflict("already-signed-up", () -> send(learner));
        assertConflict("already-signed-up", () -> handOut(learner));
        database.update("update person set password_hash = null, active = false where id = '" + learner.id() + "'");
        assertConflict("not-active", () -> send(learner));
        assertConflict("not-active", () -> handOut(learner));
    }

    @Test
    void isForOnesOwnPeople() {
        Person elsewhere = rooms.learner("elsewhere", "nilg");
        assertThatThrownBy(() -> send(elsewhere)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> handOut(elsewhere)).isInstanceOf(NotFound.class);
        rooms.administrator();
        send(elsewhere);
        handOut(elsewhere);
    }

    @Test
    void handsNoCoordinatorALinkIntoGreaterRights() {
        database.run(() -> rooms.people.grant(learner.id(), Role.VIEWER, "bpatc"));
        handOut(learner);
        database.run(() -> rooms.people.grant(learner.id(), Role.COORDINATOR, "nilg"));
        assertThatThrownBy(() -> handOut(learner)).isInstanceOf(Forbidden.class).hasMessage("staff-of-others");
        database.update("delete from role_held where organization = 'nilg'");
        database.run(() -> rooms.people.grant(learner.id(), Role.ADMINISTRATOR, null));
        assertThatThrownBy(() -> handOut(learner)).isInstanceOf(Forbidden.class);
        send(learner);
    }

    @Test
    void showsWhatBecameOfTheMailToOnesPeople() {
        Person elsewhere = rooms.learner("elsewhere", "nilg");
        database.run(() -> invite.send(elsewhere, "first"));
        rooms.clock.advance(PAUSE);
        Person second = rooms.learner("karim_100%", "bpatc");
        database.run(() -> invite.send(second, "first"));
        database.run(
                () -> rooms.outbox.queue(new Letter("x", "certificate", "a@b.example", Language.BN, Map.of(), null)));
        database.update("update outbox set state = 'failed', attempts = 3, last_error = '550 no such user'"
                + " where address = 'rahima@sopan.example'");

        assertThat(list(null, null).items())
                .extracting(MailOfInstitute.Message::address)
                .containsExactly("karim_100%@sopan.example", "rahima@sopan.example");
        MailOfInstitute.Message failed =
                list(OutboxMessage.State.failed, null).items().get(0);
        assertThat(failed.error()).isEqualTo("550 no such user");
        assertThat(failed.attempts()).isEqualTo(3);
        assertThat(failed.person()).isEqualTo(learner.id().toString());
        assertThat(list(null, "RAHIMA").total()).isEqualTo(1);
        assertThat(list(null, "নাম karim").total()).isEqualTo(1);
        assertThat(list(null, "_100%").total()).isEqualTo(1);
        assertThat(list(null, "%").total()).isEqualTo(1);
        assertThat(database.in(() -> mail.list("bpatc", null, null, 1, 1)).items())
                .extracting(MailOfInstitute.Message::address)
                .containsExactly("rahima@sopan.example");
        assertThatThrownBy(() -> database.in(() -> mail.list("nilg", null, null, 0, 50)))
                .isInstanceOf(NotFound.class);
    }

    private Page<MailOfInstitute.Message> list(OutboxMessage.@Nullable State state, @Nullable String search) {
        return database.in(() -> mail.list("bpatc", state, search, 0, 50));
    }

    private void send(Person person) {
        database.run(() -> inviteAgain.send(person.id()));
    }

    private InviteAgain.HandedOut handOut(Person person) {
        return database.in(() -> inviteAgain.handOut(person.id()));
    }

    private AcceptInvitation.SignedIn accept(InviteAgain.HandedOut link) {
        String token = link.address().substring(link.address().lastIndexOf('/') + 1);
        return database.in(() -> accept.accept(token, PASSWORD, null, null));
    }

    private Map<String, Long> states(String template) {
        Map<String, Long> states = new java.util.TreeMap<>();
        for (String state : List.of("queued", "suppressed", "sent", "failed")) {
            long number = database.number(
                    "select count(*) from outbox where template = '" + template + "' and state = '" + state + "'");
            if (number > 0) {
                states.put(state, number);
            }
        }
        return states;
    }

    private long audited(String action) {
        return database.number("select count(*) from audit_entry where action = '" + action + "'");
    }

    private static void assertConflict(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Conflict.class).hasMessage(code);
    }
}
