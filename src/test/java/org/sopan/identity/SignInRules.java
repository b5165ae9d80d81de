package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.shared.DomainException.TooMany;
import org.sopan.shared.DomainException.Unauthenticated;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class SignInRules {
    private static final String EMAIL = "rahima@sopan.example";
    private static final String PASSWORD = "a good password";
    private final TestDatabase database;
    private final Rooms rooms;
    private final SignIn signIn;

    SignInRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        Passwords passwords = new PlainPasswords();
        SignInThrottle throttle = new SignInThrottle(rooms.entities, rooms.clock) {
            @Override
            void failed(String email) {
                database.run(() -> super.failed(email));
            }
        };
        signIn = new SignIn(rooms.people, passwords, throttle, rooms.sessions);
        Person person = rooms.learner("rahima", "bpatc");
        String hash = passwords.hash(PASSWORD);
        database.run(() -> rooms.people.find(person.id()).orElseThrow().changePassword(hash));
    }

    /** Hashing takes long, and is not what is asked here. */
    private static final class PlainPasswords extends Passwords {
        @Override
        String hash(String password) {
            return password;
        }

        @Override
        boolean verify(String password, @Nullable String hash) {
            return password.equals(hash);
        }
    }

    @Test
    void letsInWithTheRightPasswordHoweverTheAddressIsTyped() {
        Person person = signIn(" Rahima@Sopan.Example", PASSWORD);
        assertThat(database.in(() -> signIn.open(person)).expiresAt())
                .isEqualTo(rooms.clock.instant().plus(Duration.ofHours(12)));
    }

    @Test
    void refusesUnknownWrongInvitedAndDeactivatedInTheSameWords() {
        rooms.learner("invited", "bpatc");
        assertWrong(EMAIL, "another password");
        assertWrong("nobody@sopan.example", PASSWORD);
        assertWrong("invited@sopan.example", PASSWORD);
        database.update("update person set active = false");
        assertWrong(EMAIL, PASSWORD);
    }

    @Test
    void slowsAfterFiveFailuresEvenForTheRightPasswordAndNeverLocks() {
        fail(EMAIL, 4);
        assertThat(signIn(EMAIL, PASSWORD)).isNotNull();
        fail(EMAIL, 1);
        TooMany refused = refused(EMAIL);
        assertThat(refused.details()).containsEntry("retryAfter", 3L);
        rooms.clock.advance(Duration.ofSeconds(3));
        assertThat(signIn(EMAIL, PASSWORD)).isNotNull();
    }

    @Test
    void neverWaitsLongerThanAMinute() {
        assertThat(SignInThrottle.waitAfter(4)).isZero();
        assertThat(SignInThrottle.waitAfter(5)).hasSeconds(2);
        assertThat(SignInThrottle.waitAfter(6)).hasSeconds(4);
        assertThat(SignInThrottle.waitAfter(9)).hasSeconds(32);
        assertThat(SignInThrottle.waitAfter(10)).hasSeconds(60);
        assertThat(SignInThrottle.waitAfter(Integer.MAX_VALUE)).hasSeconds(60);
    }

    @Test
    void doublesTheWaitWithEachFurtherFailure() {
        fail(EMAIL, 5);
        rooms.clock.advance(Duration.ofSeconds(2));
        fail(EMAIL, 1);
        assertThat(refused(EMAIL).details()).containsEntry("retryAfter", 5L);
    }

    @Test
    void doesNotSlowAnotherAccount() {
        rooms.learner("other", "bpatc");
        fail("other@sopan.example", 5);
        assertThat(refused("other@sopan.example")).isNotNull();
        assertThat(signIn(EMAIL, PASSWORD)).isNotNull();
    }

    @Test
    void slowsAnUnknownAccountJustTheSame() {
        fail("nobody@sopan.example", 5);
        assertThat(refused("Nobody@sopan.example ").details()).containsEntry("retryAfter", 3L);
        assertThat(database.number("select count(*) from sign_in_failures where account like '%nobody%'"))
                .isZero();
    }

    @Test
    void forgetsTheFailuresOnceSignedIn() {
        fail(EMAIL, 4);
        Person person = signIn(EMAIL, PASSWORD);
        database.run(() -> signIn.open(person));
        fail(EMAIL, 4);
        assertThat(signIn(EMAIL, PASSWORD)).isNotNull();
    }

    private Person signIn(String email, String password) {
        return database.in(() -> signIn.check(email, password));
    }

    private void assertWrong(String email, String password) {
        assertThatThrownBy(() -> signIn(email, password))
                .isInstanceOf(Unauthenticated.class)
                .hasMessage("wrong-credentials");
    }

    private void fail(String email, int times) {
        for (int i = 0; i < times; i++) {
            assertWrong(email, "another password");
        }
    }

    private TooMany refused(String email) {
        TooMany refused = catchThrowableOfType(TooMany.class, () -> signIn(email, PASSWORD));
        assertThat(refused).hasMessage("sign-in-throttled");
        return refused;
    }
}
