package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The badges that were made: signed once, never otherwise again. */
@ApplicationScoped
public class Badges {
    private final EntityManager entities;

    @Inject
    public Badges(EntityManager entities) {
        this.entities = entities;
    }

    /** A badge's number, and what it says, which is null until it is signed and once it was erased. */
    record Badge(long number, @Nullable String content) {}

    Optional<Badge> find(String serial) {
        List<?> rows = entities.createNativeQuery("select number, content from certificate_badge where serial = ?1")
                .setParameter(1, serial)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Badge(((Number) row[0]).longValue(), (String) row[1]));
    }

    /** Gives a certificate's badge its number, unless it has one; the caller holds the certificate. */
    long number(String serial, Instant now) {
        return find(serial)
                .orElseGet(() -> {
                    entities.createNativeQuery("insert into certificate_badge (serial, made_at) values (?1, ?2)")
                            .setParameter(1, serial)
                            .setParameter(2, now.atOffset(ZoneOffset.UTC))
                            .executeUpdate();
                    return find(serial).orElseThrow();
                })
                .number();
    }

    void store(String serial, String content) {
        entities.createNativeQuery("update certificate_badge set content = ?2 where serial = ?1 and content is null")
                .setParameter(1, serial)
                .setParameter(2, content)
                .executeUpdate();
    }

    /** The highest number that was given. */
    long count() {
        Object highest = entities.createNativeQuery("select max(number) from certificate_badge")
                .getSingleResult();
        return highest == null ? 0 : ((Number) highest).longValue();
    }

    /** The bits of a list whose certificates are no longer valid. */
    BitSet revoked(long list) {
        List<?> numbers = entities.createNativeQuery("select b.number from certificate_badge b"
                        + " join certificate c on c.serial = b.serial"
                        + " where c.status in ('REVOKED', 'SUPERSEDED') and b.number > ?1 and b.number <= ?2")
                .setParameter(1, list * StatusLists.Place.BITS)
                .setParameter(2, (list + 1) * StatusLists.Place.BITS)
                .getResultList();
        BitSet bits = new BitSet();
        numbers.forEach(number ->
                bits.set(StatusLists.Place.of(((Number) number).longValue()).bit()));
        return bits;
    }
}
