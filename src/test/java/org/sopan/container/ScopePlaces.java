package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What stands for the names in braces of {@code scope.txt}: things of the demo's institute, some made for one line. */
interface ScopePlaces extends DemoActs {
    /** The text with the ids that these things have on this server. */
    default String filled(String text) {
        Map<String, Supplier<String>> places = Map.ofEntries(
                Map.entry("{own}", this::enrolment),
                Map.entry("{attempt}", this::attempt),
                Map.entry("{item}", this::drawn),
                Map.entry("{person}", () -> idOf(LEARNER)),
                Map.entry("{base}", () -> BASE_COHORT),
                Map.entry("{free}", () -> openCohort("more-1", 9)),
                Map.entry("{plan}", () -> planned(openCohort("more-1", 9))),
                Map.entry("{applied}", () -> applied(openCohort("more-1", 9))),
                Map.entry("{fresh}", () -> newcomer("enrolment")),
                Map.entry("{newcomer}", () -> newcomer("person")),
                Map.entry("{unknown}", () -> "11111111-2222-4333-8444-555555555555"),
                Map.entry("{cohort}", () -> NEW_COHORT));
        String filled = text;
        for (Map.Entry<String, Supplier<String>> place : places.entrySet()) {
            if (filled.contains(place.getKey())) {
                filled = filled.replace(place.getKey(), place.getValue().get());
            }
        }
        return filled;
    }

    private String planned(String cohort) {
        return plan(cohort, roster("scope-" + UUID.randomUUID() + "-", 1));
    }

    private String applied(String cohort) {
        String plan = planned(cohort);
        assertThat(apply(plan).status()).isEqualTo(200);
        return plan;
    }

    /** Someone who was enrolled just now: the enrolment's id or the person's. */
    private String newcomer(String field) {
        String cohort = openCohort("more-1", 9);
        applied(cohort);
        return person(COORDINATOR)
                .get("/api/cohorts/" + cohort + "/people")
                .json()
                .asJsonObject()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString(field);
    }
}
