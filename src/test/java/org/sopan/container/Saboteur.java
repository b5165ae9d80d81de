package org.sopan.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.sopan.completion.AwardMet;
import org.sopan.shared.DomainException;

/** Refuses an award after everyone else has done their part of it, while it is armed. */
@ApplicationScoped
public class Saboteur {
    private static final int LAST = 100_000;
    private volatile boolean armed;

    void refuse(@Observes @Priority(LAST) AwardMet event) {
        if (armed) {
            throw new DomainException.Conflict("enrolment-closed");
        }
    }

    void arm(boolean now) {
        armed = now;
    }
}
