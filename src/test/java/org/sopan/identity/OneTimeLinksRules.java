package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sopan.identity.OneTimeLinks.Purpose;
import org.sopan.platform.Hashes;
import org.sopan.shared.DomainException.Gone;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class OneTimeLinksRules {
    private static final String PASSWORD = "a good password";
    private final TestDatabase database;
    private final Rooms rooms;
    private final Sessions sessions;
    private final AcceptInvitation accept;
    private final PersonId person;

    OneTimeLinksRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        sessions = rooms.sessions;
        accept = new AcceptInvitation(
                rooms.links,
                rooms.people,
                new Passwords(),
                sessions,
                rooms.outbox,
                rooms.audit,
                rooms.settings,
                rooms.clock);
        person = rooms.learner("rahima", "bpatc").id();
    }

    @Test
    void carriesTheTokenInTheFragmentAndStoresItsHash() {
        OneTimeLinks.Link link = database.in(() -> rooms.links.make(Purpose.INVITATION, person));
        assertThat(link.address()).startsWith("https://sopan.example/#/invitation/");
        assertThat(link.expiresAt()).isEqualTo(rooms.clock.instant().plus(Duration.ofDays(14)));
        assertThat(database.number("select count(*) from one_time_link where token_hash = '"
                        + Hashes.sha256(token(link)) + "' and used_at is null"))
                .isEqualTo(1);
    }

    @Test
    void letsItsHolderInOnce() {
        String token = make(Purpose.INVITATION);
        assertThat(use(Purpose.INVITATION, token)).isEqualTo(person);
        assertGone(Purpose.INVITATION, token);
    }

    @Test
    void isOfNoUseForAnotherPurpose() {
        String token = make(Purpose.INVITATION);
        assertGone(Purpose.RESET, token);
        assertThat(use(Purpose.INVITATION, token)).isEqualTo(person);
    }

    @Test
    void expires() {
        String token = make(Purpose.RESET);
        rooms.clock.advance(rooms.settings.resetLength());
        assertGone(Purpose.RESET, token);
    }

    @Test
    void worksUntilItsLastMoment() {
        String token = make(Purpose.RESET);
        rooms.clock.advance(rooms.settings.resetLength().minusSeconds(1));
        assertThat(use(Purpose.RESET, token)).isEqualTo(person);
    }

    @Test
    void endsTheOtherLinksOfItsKindAndPersonOnly() {
        PersonId other = rooms.learner("other", "bpatc").id();
        String earlier = make(Purpose.RESET);
        String later = make(Purpose.RESET);
        String invitation = make(Purpose.INVITATION);
        String others = token(database.in(() -> rooms.links.make(Purpose.RESET, other)));
        use(Purpose.RESET, later);
        assertGone(Purpose.RESET, earlier);
        assertThat(use(Purpose.INVITATION, invitation)).isEqualTo(person);
        assertThat(use(Purpose.RESET, others)).isEqualTo(other);
    }

    @Test
    void setsThePasswordAndSuppliesTheNamesOtherLanguageOnly() {
        database.update("update person set name_bn = null");
        String token = make(Purpose.INVITATION);
        AcceptInvitation.SignedIn in = database.in(
                () -> accept.accept(token, PASSWORD, LocalizedText.of("Somebody Else", "রহিমা খাতুন"), null));
        assertThat(in.person().name()).isEqualTo(LocalizedText.of("rahima", "রহিমা খাতুন"));
        assertThat(new Passwords().verify(PASSWORD, in.person().passwordHash())).isTrue();
        assertThat(database.in(() -> sessions.identify(in.session().token()))).isPresent();
        assertThat(database.number("select count(*) from audit_entry where action = 'invitation-used'"))
                .isEqualTo(1);
    }

    @Test
    void keepsTheLinkWhenThePasswordIsRefused() {
        String token = make(Purpose.INVITATION);
        for (String weak : new String[] {"short", "password123", "BANGLADESH", "aaaaaaaaaaaa", "x".repeat(201)}) {
            assertThatThrownBy(() -> database.in(() -> accept.accept(token, weak, null, null)))
                    .as(weak)
                    .isInstanceOf(Invalid.class)
                    .hasMessage("weak-password");
        }
        assertThat(use(Purpose.INVITATION, token)).isEqualTo(person);
    }

    @Test
    void endsAllSessionsWhenAPasswordIsReset() {
        String open = database.in(() -> sessions.open(person)).token();
        String token = make(Purpose.RESET);
        AcceptInvitation.SignedIn in = database.in(() -> accept.reset(token, PASSWORD));
        assertThat(database.in(() -> sessions.identify(open))).isEmpty();
        assertThat(database.in(() -> sessions.identify(in.session().token()))).isPresent();
    }

    @Test
    void doesNotLetADeactivatedPersonIn() {
        String token = make(Purpose.RESET);
        database.update("update person set active = false");
        assertThatThrownBy(() -> database.in(() -> accept.reset(token, PASSWORD)))
                .isInstanceOf(Gone.class);
        assertThat(database.number("select count(*) from session_token")).isZero();
    }

    @Test
    void mailsAResetToThoseWhoAreKnownAndAtMostOnceAMinute() {
        AskForReset ask = new AskForReset(rooms.people, rooms.links, rooms.outbox, rooms.clock);
        database.run(() -> ask.ask("nobody@sopan.example"));
        assertThat(database.number("select count(*) from outbox")).isZero();
        database.run(() -> ask.ask("RAHIMA@sopan.example"));
        database.run(() -> ask.ask("rahima@sopan.example"));
        assertThat(database.number("select count(*) from outbox where template = 'password-reset'"))
                .isEqualTo(1);
        rooms.clock.advance(Duration.ofMinutes(1));
        database.run(() -> ask.ask("rahima@sopan.example"));
        assertThat(database.number("select count(*) from outbox")).isEqualTo(2);
    }

    private String make(Purpose purpose) {
        return token(database.in(() -> rooms.links.make(purpose, person)));
    }

    private PersonId use(Purpose purpose, String token) {
        return database.in(() -> rooms.links.use(purpose, token));
    }

    private void assertGone(Purpose purpose, String token) {
        assertThatThrownBy(() -> use(purpose, token)).isInstanceOf(Gone.class).hasMessage("link-not-valid");
    }

    private static String token(OneTimeLinks.Link link) {
        return link.address().substring(link.address().lastIndexOf('/') + 1);
    }
}
