package org.sopan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sopan.testing.MovingClock;

class RandomnessTest {
    private final MovingClock clock = new MovingClock();
    private final Randomness randomness = new Randomness(clock);

    @Test
    void givesIdsInTheOrderOfTheirMakingThoughTheClockStandsStill() {
        List<UUID> ids = Stream.generate(randomness::id).limit(10_000).toList();
        assertThat(ids).isSortedAccordingTo((one, other) -> one.toString().compareTo(other.toString()));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void givesIdsOfVersionSevenWithTheirTime() {
        clock.advance(Duration.ofDays(1));
        UUID id = randomness.id();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void givesIdsThatCannotBeGuessedFromOthers() {
        assertThat(Stream.generate(randomness::id).limit(1_000).map(UUID::getLeastSignificantBits))
                .doesNotHaveDuplicates();
    }
}
