package org.sopan.report;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The median of whole days: half of the people took no longer. */
final class Median {
    private final TreeMap<Integer, Integer> people = new TreeMap<>();

    void add(int days, int times) {
        people.merge(days, times, Integer::sum);
    }

    /** Counts the same people in another one as well. */
    void into(Median other) {
        people.forEach(other::add);
    }

    /** The median, rounded up to a whole day; null where nobody was counted. */
    @Nullable
    Integer days() {
        int all = people.values().stream().mapToInt(Integer::intValue).sum();
        if (all <= 0) {
            return null;
        }
        return (int) Math.ceil((at((all - 1) / 2) + at(all / 2)) / 2.0);
    }

    private int at(int place) {
        int before = 0;
        for (Map.Entry<Integer, Integer> days : people.entrySet()) {
            before += days.getValue();
            if (before > place) {
                return days.getKey();
            }
        }
        return people.lastKey();
    }
}
