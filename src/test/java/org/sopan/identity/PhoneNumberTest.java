package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "01712345678, +8801712345678",
        "1712345678, +8801712345678",
        "০১৭১২-৩৪৫৬৭৮, +8801712345678",
        "+880 1712 345678, +8801712345678",
        "8801712345678, +8801712345678",
        "008801712345678, +8801712345678",
        "02-55079471, 0255079471",
        "+44 20 7946 0958, +442079460958"
    })
    void readsWhatPeopleType(String typed, String stored) {
        assertThat(PhoneNumber.of(typed)).contains(stored);
        assertThat(PhoneNumber.of(stored)).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "call me", "1234567890123456", "017123x5678", "++8801712345678"})
    void refusesWhatIsNoNumber(String typed) {
        assertThat(PhoneNumber.of(typed)).isEmpty();
    }
}
