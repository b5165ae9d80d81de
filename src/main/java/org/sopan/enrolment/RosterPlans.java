package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;
import org.sopan.shared.Page;

/** All plans; each is known to those alone who look after its institute. */
@ApplicationScoped
public class RosterPlans {
    private final EntityManager entities;
    private final Caller caller;

    @Inject
    public RosterPlans(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    RosterPlan find(UUID id) {
        return known(entities.find(RosterPlan.class, id));
    }

    /** The same, locked until the transaction ends: what happens to a plan happens one after the other. */
    RosterPlan locked(UUID id) {
        return known(entities.find(RosterPlan.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private RosterPlan known(@Nullable RosterPlan plan) {
        if (plan == null || !caller.looksAfter(plan.institute())) {
            throw new DomainException.NotFound("unknown-roster-plan");
        }
        return plan;
    }

    /** An institute's plans, the latest first. */
    Page<RosterPlan> of(String institute, int page, int size) {
        List<RosterPlan> plans = entities.createQuery(
                        "select p from RosterPlan p where p.institute = :institute order by p.plannedAt desc, p.id",
                        RosterPlan.class)
                .setParameter("institute", institute)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        long total = entities.createQuery(
                        "select count(p) from RosterPlan p where p.institute = :institute", Long.class)
                .setParameter("institute", institute)
                .getSingleResult();
        return new Page<>(plans, total);
    }

    /** Plans that nothing can be done with any more, and whose rows are still kept. */
    List<UUID> over(Instant now, int most) {
        return entities.createQuery(
                        "select p.id from RosterPlan p where p.forgotten = false and ((p.outcome is null"
                                + " and p.expiresAt <= :now) or p.appliedAt <= :undoable) order by p.expiresAt",
                        UUID.class)
                .setParameter("now", now)
                .setParameter("undoable", RosterPlan.undoableSince(now))
                .setMaxResults(most)
                .getResultList();
    }
}
