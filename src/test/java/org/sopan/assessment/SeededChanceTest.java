package org.sopan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededChanceTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, 1234567890123L})
    void isRepeatedByItsSeed(long seed) {
        assertThat(numbers(SeededChance.of(seed))).isEqualTo(numbers(SeededChance.of(seed)));
    }

    @Test
    void differsFromSeedToSeed() {
        assertThat(numbers(SeededChance.of(1))).isNotEqualTo(numbers(SeededChance.of(2)));
        assertThat(numbers(SeededChance.of(1))).isNotEqualTo(numbers(SeededChance.of(1L << 32 | 1)));
    }

    @Test
    void isNotTheSourceWhoseOutputGivesItselfAway() {
        assertThat(numbers(SeededChance.of(7))).isNotEqualTo(numbers(new Random(7)));
    }

    private static List<Integer> numbers(Random random) {
        return random.ints(20, 0, 32).boxed().toList();
    }
}
