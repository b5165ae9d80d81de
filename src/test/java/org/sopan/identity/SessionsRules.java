package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sopan.platform.Hashes;
import org.sopan.platform.Identified;
import org.sopan.platform.Role;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class SessionsRules {
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private final TestDatabase database;
    private final Rooms rooms;
    private final Sessions sessions;
    private final PersonId person;

    SessionsRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        sessions = node();
        person = rooms.learner("rahima", "bpatc").id();
    }

    private Sessions node() {
        return new Sessions(
                rooms.entities,
                rooms.people,
                rooms.organizations,
                rooms.clock,
                rooms.randomness,
                database::then,
                rooms.settings);
    }

    @Test
    void storesOnlyTheHashOfAToken() {
        String token = open();
        assertThat(database.number("select count(*) from session_token where token_hash = '" + token + "'"))
                .isZero();
        assertThat(database.number(
                        "select count(*) from session_token where token_hash = '" + Hashes.sha256(token) + "'"))
                .isEqualTo(1);
    }

    @Test
    void knowsWhomATokenStandsForAndTheRolesHeld() {
        database.run(() -> rooms.people.grant(person, Role.COORDINATOR, "nilg"));
        Identified who = identify(sessions, open()).orElseThrow();
        assertThat(who.person()).isEqualTo(person);
        assertThat(who.language()).isEqualTo(Language.EN);
        assertThat(who.roles()).containsExactlyInAnyOrder(Role.LEARNER, Role.COORDINATOR);
        assertThat(who.coordinated()).containsExactly("nilg");
    }

    @Test
    void knowsNobodyByAnotherToken() {
        open();
        assertThat(identify(sessions, "")).isEmpty();
        assertThat(identify(sessions, rooms.randomness.token())).isEmpty();
        assertThat(identify(sessions, "x".repeat(10_000))).isEmpty();
    }

    @Test
    void endsAfterItsHoursAlsoWhileItIsRemembered() {
        String token = open();
        rooms.clock.advance(rooms.settings.sessionLength().minus(A_MOMENT));
        assertThat(identify(sessions, token)).isPresent();
        rooms.clock.advance(A_MOMENT);
        assertThat(identify(sessions, token)).isEmpty();
    }

    @Test
    void endsHereAtOnceAndElsewhereWithinHalfAMinute() {
        Sessions elsewhere = node();
        String token = open();
        assertThat(identify(sessions, token)).isPresent();
        assertThat(identify(elsewhere, token)).isPresent();
        database.run(() -> sessions.end(token));
        assertThat(identify(sessions, token)).isEmpty();
        rooms.clock.advance(REMEMBERED);
        assertThat(identify(elsewhere, token)).isEmpty();
    }

    @Test
    void remembersForHalfAMinuteAndNoLonger() {
        String token = open();
        assertThat(identify(sessions, token)).isPresent();
        database.update("delete from role_held");
        rooms.clock.advance(REMEMBERED.minus(A_MOMENT));
        assertThat(identify(sessions, token).orElseThrow().roles()).containsExactly(Role.LEARNER);
        rooms.clock.advance(A_MOMENT);
        assertThat(identify(sessions, token).orElseThrow().roles()).isEmpty();
    }

    @Test
    void beingAskedDoesNotProlongWhatIsRemembered() {
        String token = open();
        assertThat(identify(sessions, token)).isPresent();
        database.update("update person set active = false");
        rooms.clock.advance(REMEMBERED.minus(A_MOMENT));
        assertThat(identify(sessions, token)).isPresent();
        rooms.clock.advance(A_MOMENT);
        assertThat(identify(sessions, token)).isEmpty();
    }

    @Test
    void endsAllSessionsOfAPersonAndNobodyElses() {
        PersonId other = rooms.learner("other", "bpatc").id();
        String first = open();
        String second = open();
        String others = database.in(() -> sessions.open(other)).token();
        assertThat(identify(sessions, first)).isPresent();
        database.run(() -> sessions.endAll(person));
        assertThat(identify(sessions, first)).isEmpty();
        assertThat(identify(sessions, second)).isEmpty();
        assertThat(identify(sessions, others)).isPresent();
    }

    @Test
    void forgetsOnlyWhenItHasCommittedSoThatNobodyIsRememberedMeanwhile() {
        String token = open();
        database.run(() -> {
            sessions.endAll(person);
            assertThat(identify(sessions, token)).as("not committed yet").isPresent();
        });
        assertThat(identify(sessions, token)).isEmpty();
    }

    @Test
    void staysWhenTheEndIsRolledBack() {
        String token = open();
        assertThatThrownBy(() -> database.run(() -> {
                    sessions.end(token);
                    throw new IllegalStateException("the act failed");
                }))
                .hasMessage("the act failed");
        assertThat(identify(sessions, token)).isPresent();
    }

    @Test
    void knowsARoleThatWasTakenAwayAtOnce() {
        database.run(() -> rooms.people.grant(person, Role.COORDINATOR, "nilg"));
        String token = open();
        assertThat(identify(sessions, token).orElseThrow().coordinated()).containsExactly("nilg");
        database.run(() -> {
            rooms.people.rolesOf(person).stream()
                    .filter(held -> held.role() == Role.COORDINATOR)
                    .forEach(rooms.roles::end);
            sessions.forget(person);
        });
        assertThat(identify(sessions, token).orElseThrow().coordinated()).isEmpty();
    }

    @Test
    void clearsAPersonsExpiredSessionsAway() {
        open();
        rooms.clock.advance(rooms.settings.sessionLength().plus(A_MOMENT));
        open();
        assertThat(database.number("select count(*) from session_token")).isEqualTo(1);
    }

    private String open() {
        return database.in(() -> sessions.open(person)).token();
    }

    private Optional<Identified> identify(Sessions node, String token) {
        return database.in(() -> node.identify(token));
    }
}
