package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sopan.platform.Settings;
import org.sopan.shared.DomainException.TooMany;
import org.sopan.testing.FixedConfig;
import org.sopan.testing.MovingClock;

class VerifyThrottleTest {
    private static final String OFFICE = "203.0.113.7";
    private final MovingClock clock = new MovingClock();
    private final VerifyThrottle throttle =
            new VerifyThrottle(new Settings(FixedConfig.of(Map.of("sopan.verify.minute", "60"))), clock);

    @Test
    void letsAWholeOfficeCheckAtOnceThenAsksToWait() {
        admit(OFFICE, 60);
        TooMany refused = refusal(OFFICE);
        assertThat(refused).hasMessage("verify-throttled");
        assertThat(refused.details()).containsEntry("retryAfter", 1L);
        clock.advance(Duration.ofSeconds(1));
        admit(OFFICE, 1);
        refusal(OFFICE);
        clock.advance(Duration.ofHours(1));
        admit(OFFICE, 60);
        refusal(OFFICE);
    }

    @Test
    void stopsGuessingSoon() {
        for (int guesses = 0; guesses < 3; guesses++) {
            admit(OFFICE, 1);
            throttle.missed(OFFICE);
        }
        assertThat(refusal(OFFICE).details()).containsEntry("retryAfter", 1L);
        clock.advance(Duration.ofSeconds(1));
        admit(OFFICE, 1);
        throttle.missed(OFFICE);
        assertThat(refusal(OFFICE).details()).as("each guess costs its time").containsEntry("retryAfter", 20L);
    }

    @Test
    void slowsNobodyElse() {
        admit(OFFICE, 60);
        refusal(OFFICE);
        admit("203.0.113.8", 60);
    }

    @Test
    void countsANetworkOfVersionSixAsOne() {
        admit("2001:db8:1:2::1", 30);
        admit("2001:db8:1:2:ffff::9", 30);
        refusal("2001:db8:1:2::77");
        admit("2001:db8:1:3::1", 1);
    }

    @Test
    void forgetsTheOldestOfVeryManyAddresses() {
        admit(OFFICE, 60);
        for (int i = 0; i < 10_000; i++) {
            throttle.admit("10." + i / 256 % 256 + "." + i % 256 + ".1");
        }
        admit(OFFICE, 1);
        assertThatCode(() -> throttle.admit("x".repeat(10_000)))
                .as("whatever a proxy says")
                .doesNotThrowAnyException();
    }

    private void admit(String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.admit(address);
        }
    }

    private TooMany refusal(String address) {
        return catchThrowableOfType(TooMany.class, () -> throttle.admit(address));
    }
}
