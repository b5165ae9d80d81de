package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.sopan.platform.Job;

/** Forgets the rows of plans that have ended: staff lists are not kept longer than they are of use. Counts stay. */
@ApplicationScoped
public class ForgetRosters implements Job {
    private static final int MOST = 20;
    private final EntityManager entities;
    private final RosterPlans plans;
    private final RosterRows rows;
    private final Clock clock;

    @Inject
    public ForgetRosters(EntityManager entities, RosterPlans plans, RosterRows rows, Clock clock) {
        this.entities = entities;
        this.plans = plans;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-rosters";
    }

    @Override
    public Duration rest() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        List<UUID> over = plans.over(clock.instant(), MOST);
        rows.forget(over);
        for (UUID id : over) {
            RosterPlan plan = entities.find(RosterPlan.class, id);
            if (plan != null) {
                plan.forget();
            }
        }
    }
}
