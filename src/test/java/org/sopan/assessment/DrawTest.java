package org.sopan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sopan.course.Item;
import org.sopan.course.Level;

class DrawTest {
    private static final int TRIES = 200;

    @Test
    void takesFromEachOutcomeAndLevelAsMuchAsItsPartOfThePool() {
        List<Item> pool = new ArrayList<>();
        pool.addAll(items("o1", Level.REMEMBER, 8));
        pool.addAll(items("o2", Level.APPLY, 8));
        pool.addAll(items("o3", Level.ANALYSE, 4));
        for (int seed = 0; seed < TRIES; seed++) {
            List<Item> drawn = Draw.from(pool, 10, new Random(seed));
            assertThat(drawn).hasSize(10).doesNotHaveDuplicates();
            assertThat(count(drawn, "o1")).isBetween(3L, 5L);
            assertThat(count(drawn, "o2")).isBetween(3L, 5L);
            assertThat(count(drawn, "o3")).isBetween(1L, 3L);
        }
    }

    @Test
    void givesEveryItemItsTurn() {
        List<Item> pool = items("o1", Level.REMEMBER, 20);
        Set<Item> met = new HashSet<>();
        Set<String> first = new HashSet<>();
        for (int seed = 0; seed < TRIES; seed++) {
            List<Item> drawn = Draw.from(pool, 5, new Random(seed));
            met.addAll(drawn);
            first.add(drawn.get(0).id());
        }
        assertThat(met).hasSize(20);
        assertThat(first).as("in any order").hasSize(20);
    }

    @Test
    void drawsTheSameFromTheSameSeed() {
        List<Item> pool = items("o1", Level.REMEMBER, 20);
        assertThat(Draw.from(pool, 5, new Random(7))).isEqualTo(Draw.from(pool, 5, new Random(7)));
        assertThat(Draw.from(pool, 5, new Random(7))).isNotEqualTo(Draw.from(pool, 5, new Random(8)));
    }

    @Test
    void takesAllOfASmallPool() {
        assertThat(Draw.from(items("o1", Level.APPLY, 3), 10, new Random(1))).hasSize(3);
    }

    private static long count(List<Item> drawn, String outcome) {
        return drawn.stream().filter(item -> item.outcome().equals(outcome)).count();
    }

    private static List<Item> items(String outcome, Level level, int number) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            items.add(new Item(
                    outcome + "-" + i, Item.Use.PRACTICE, "single", outcome, level, 1, JsonValue.EMPTY_JSON_OBJECT));
        }
        return items;
    }
}
