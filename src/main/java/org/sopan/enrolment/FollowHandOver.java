package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import org.sopan.identity.CoordinatorHandedOver;
import org.sopan.platform.Clocks;

/** Whoever took over a coordinator's work is now whom to write to about the institute's cohorts that go on. */
@ApplicationScoped
public class FollowHandOver {
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public FollowHandOver(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void handedOver(@Observes CoordinatorHandedOver event) {
        entities.createNativeQuery("update cohort set contact = cast(?1 as uuid), version = version + 1"
                        + " where host = ?2 and contact = cast(?3 as uuid) and ends >= ?4")
                .setParameter(1, event.to().toString())
                .setParameter(2, event.institute())
                .setParameter(3, event.from().toString())
                .setParameter(4, LocalDate.now(clock.withZone(Clocks.DHAKA)))
                .executeUpdate();
    }
}
