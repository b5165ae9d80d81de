package org.sopan.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.sopan.course.Item;

/**
 * Draws the items of one attempt, spread over outcomes and levels as the pool is: within each outcome and level the
 * items stand in random order at even distances, and those that come first are taken.
 */
final class Draw {
    private Draw() {}

    private record Placed(Item item, double place) {}

    static List<Item> from(List<Item> pool, int number, Random random) {
        Map<String, List<Item>> strata = pool.stream()
                .collect(Collectors.groupingBy(
                        item -> item.outcome() + "/" + item.level(), java.util.TreeMap::new, Collectors.toList()));
        List<Placed> placed = new ArrayList<>();
        for (List<Item> stratum : strata.values()) {
            List<Item> shuffled = new ArrayList<>(stratum);
            Collections.shuffle(shuffled, random);
            for (int i = 0; i < shuffled.size(); i++) {
                placed.add(new Placed(shuffled.get(i), (i + random.nextDouble()) / shuffled.size()));
            }
        }
        List<Item> drawn = placed.stream()
                .sorted(Comparator.comparingDouble(Placed::place))
                .limit(number)
                .map(Placed::item)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(drawn, random);
        return drawn;
    }
}
