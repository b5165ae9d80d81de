package org.sopan.container;

import java.util.Map;
import java.util.function.Supplier;

/** What stands for the names in braces of {@code scope.txt}: things of the demo's institute, some made for one line. */
interface ScopePlaces extends DemoActs {
    /** The text with the ids that these things have on this server. */
    default String filled(String text) {
        Map<String, Supplier<String>> places = Map.of(
                "{own}", this::enrolment,
                "{attempt}", this::attempt,
                "{item}", this::drawn,
                "{person}", () -> idOf(LEARNER),
                "{base}", () -> BASE_COHORT,
                "{unknown}", () -> "11111111-2222-4333-8444-555555555555",
                "{plan}", () -> plan(openCohort("more-1", 9), roster("scope-" + System.nanoTime() + "-", 1)),
                "{cohort}", () -> NEW_COHORT);
        String filled = text;
        for (Map.Entry<String, Supplier<String>> place : places.entrySet()) {
            if (filled.contains(place.getKey())) {
                filled = filled.replace(place.getKey(), place.getValue().get());
            }
        }
        return filled;
    }
}
