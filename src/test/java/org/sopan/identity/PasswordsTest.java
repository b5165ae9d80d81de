package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void saltsEachHashAndTellsTheRightPassword() {
        String hash = passwords.hash("a good password");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(passwords.hash("a good password"));
        assertThat(passwords.verify("a good password", hash)).isTrue();
        assertThat(passwords.verify("a good passwore", hash)).isFalse();
        assertThat(passwords.verify("a good password", null)).isFalse();
    }

    @Test
    void takesBanglaHoweverItsLettersAreComposed() {
        String composed = "\u09DC\u09DC\u09DC একটি ভালো গোপন শব্দ";
        String hash = passwords.hash(composed);
        assertThat(passwords.verify(composed.replace("\u09DC", "\u09A1\u09BC"), hash))
                .isTrue();
    }

    @Test
    void countsLettersAndNotBytes() {
        assertThatCode(() -> passwords.mustBeStrong("গোপন কথা বলি")).doesNotThrowAnyException();
        assertThatCode(() -> passwords.mustBeStrong("গোপন কথা")).hasMessage("weak-password");
    }
}
