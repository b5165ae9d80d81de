package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How many rows of the plans that are being applied are done. In memory: it concerns this node and this moment. */
@ApplicationScoped
public class RosterProgress {
    private final Map<UUID, Integer> done = new ConcurrentHashMap<>();

    void at(UUID plan, int rows) {
        done.put(plan, rows);
    }

    void end(UUID plan) {
        done.remove(plan);
    }

    Optional<Integer> of(UUID plan) {
        return Optional.ofNullable(done.get(plan));
    }
}
