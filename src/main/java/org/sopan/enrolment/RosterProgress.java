package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How many rows of the plans that are being applied are done. It is told in transactions of its own, in rows that nothing
 * else refers to: every node sees it at once, and it waits for nothing that applying holds.
 */
@ApplicationScoped
public class RosterProgress {
    /** A part takes about a second; of an application that has said nothing for so long, the node was stopped. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public RosterProgress(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void at(UUID plan, int rows) {
        Instant now = clock.instant();
        int told = entities.createNativeQuery(
                        "update roster_progress set done = ?2, told_at = ?3 where plan = cast(?1 as uuid)")
                .setParameter(1, plan.toString())
                .setParameter(2, rows)
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        if (told == 0) {
            entities.createNativeQuery("insert into roster_progress (plan, done, told_at)"
                            + " values (cast(?1 as uuid), ?2, ?3) on conflict do nothing")
                    .setParameter(1, plan.toString())
                    .setParameter(2, rows)
                    .setParameter(3, now.atOffset(ZoneOffset.UTC))
                    .executeUpdate();
        }
    }

    /** Nothing was applied after all. */
    @Transactional(TxType.REQUIRES_NEW)
    public void givenUp(UUID plan) {
        forget(plan);
    }

    /** The plan itself tells from now on; in the transaction that says so. */
    void end(UUID plan) {
        forget(plan);
    }

    private void forget(UUID plan) {
        entities.createNativeQuery("delete from roster_progress where plan = cast(?1 as uuid)")
                .setParameter(1, plan.toString())
                .executeUpdate();
    }

    Optional<Integer> of(UUID plan) {
        List<?> done = entities.createNativeQuery(
                        "select done from roster_progress where plan = cast(?1 as uuid) and told_at > ?2")
                .setParameter(1, plan.toString())
                .setParameter(2, clock.instant().minus(SILENCE).atOffset(ZoneOffset.UTC))
                .getResultList();
        return done.stream().findFirst().map(rows -> ((Number) rows).intValue());
    }
}
