package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.sopan.platform.Hashes;
import org.sopan.platform.InstantColumn;
import org.sopan.shared.DomainException;

/**
 * Slows guessing at one account, known or not: after five failures each further one doubles the wait, up to a minute.
 * Nobody is ever locked out, and an institute whose people share one address does not slow as a whole.
 */
@ApplicationScoped
public class SignInThrottle {
    private static final int FREE = 5;
    private static final long LONGEST_SECONDS = 60;
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public SignInThrottle(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    static Duration waitAfter(int failures) {
        return failures < FREE
                ? Duration.ZERO
                : Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << Math.min(failures - FREE + 1, 10)));
    }

    /** Refuses with 429 while the account's wait lasts. */
    void check(String email) {
        List<?> rows = entities.createNativeQuery("select blocked_until from sign_in_failures where account = ?1")
                .setParameter(1, account(email))
                .getResultList();
        if (!rows.isEmpty()) {
            Instant until = new InstantColumn().convertToEntityAttribute(rows.get(0));
            Instant now = clock.instant();
            if (until != null && until.isAfter(now)) {
                throw new DomainException.TooMany(
                        "sign-in-throttled", Duration.between(now, until).toSeconds() + 1);
            }
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(String email) {
        String account = account(email);
        Instant now = clock.instant();
        entities.createNativeQuery("insert into sign_in_failures (account, failures, blocked_until) values (?1, 0, ?2)"
                        + " on conflict do nothing")
                .setParameter(1, account)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        Object failures = entities.createNativeQuery(
                        "select failures from sign_in_failures where account = ?1 for update")
                .setParameter(1, account)
                .getSingleResult();
        int count = ((Number) failures).intValue() + 1;
        entities.createNativeQuery("update sign_in_failures set failures = ?2, blocked_until = ?3 where account = ?1")
                .setParameter(1, account)
                .setParameter(2, count)
                .setParameter(3, now.plus(waitAfter(count)).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    void succeeded(String email) {
        entities.createNativeQuery("delete from sign_in_failures where account = ?1")
                .setParameter(1, account(email))
                .executeUpdate();
    }

    private static String account(String email) {
        return Hashes.sha256(Person.normalized(email));
    }
}
