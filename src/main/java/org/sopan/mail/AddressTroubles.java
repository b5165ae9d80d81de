package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.OutboxMessage.State;
import org.sopan.platform.Batches;
import org.sopan.platform.InstantColumn;
import org.sopan.platform.Wakes;
import org.sopan.shared.Page;

/**
 * Addresses that their mail server refused for good. What is for one of them is not tried again and again, which would
 * cost the sender its good name, but fails with the reason, until the trouble is cleared: by a person, by a message that
 * arrived, or because the reader has another address now.
 */
@ApplicationScoped
public class AddressTroubles {
    /** What failed longer ago stays: a link in it no longer works, a reminder no longer holds. */
    private static final Duration STILL_WANTED = Duration.ofDays(7);

    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;
    private final Batches batches;
    private final MessageEvents events;
    private final Wakes wakes;
    private final Clock clock;

    @Inject
    public AddressTroubles(EntityManager entities, Batches batches, Wakes wakes, Clock clock) {
        this.entities = entities;
        this.batches = batches;
        this.events = new MessageEvents(entities, batches, clock);
        this.wakes = wakes;
        this.clock = clock;
    }

    /** An address, since when nothing arrives there, and what its server said. */
    public record Trouble(String address, Instant since, String reply) {}

    public Optional<Trouble> of(String address) {
        return Optional.ofNullable(among(List.of(address)).get(address));
    }

    /** Those of these addresses that are in trouble. */
    Map<String, Trouble> among(Collection<String> addresses) {
        Map<String, Trouble> found = new HashMap<>();
        batches.read(addresses, "select address, since, reply from address_trouble where address in (?)").stream()
                .map(row -> trouble((Object[]) row))
                .forEach(trouble -> found.put(trouble.address(), trouble));
        return found;
    }

    /** The newest first. */
    public Page<Trouble> list(int page, int size) {
        Object total = entities.createNativeQuery("select count(*) from address_trouble")
                .getSingleResult();
        List<?> rows = entities.createNativeQuery(
                        "select address, since, reply from address_trouble order by since desc, address")
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        return new Page<>(rows.stream().map(row -> trouble((Object[]) row)).toList(), ((Number) total).longValue());
    }

    void mark(String address, String reply) {
        Instant now = clock.instant();
        entities.createNativeQuery("insert into address_trouble (address, since, reply) values (?1, ?2, ?3)"
                        + " on conflict do nothing")
                .setParameter(1, address)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .setParameter(3, reply)
                .executeUpdate();
        entities.createNativeQuery("update address_trouble set reply = ?2 where address = ?1")
                .setParameter(1, address)
                .setParameter(2, reply)
                .executeUpdate();
    }

    /** Something arrived at these addresses, or someone looked into it: what failed for the address alone may go. */
    public int clear(Collection<String> addresses, String why) {
        List<String> all = List.copyOf(addresses);
        int[] cleared = batches.execute(
                "delete from address_trouble where address = ?",
                all.stream().map(address -> new @Nullable Object[] {address}).toList());
        List<String> known = IntStream.range(0, all.size())
                .filter(i -> cleared[i] > 0)
                .mapToObj(all::get)
                .toList();
        if (!known.isEmpty()) {
            requeue(known, why);
        }
        return known.size();
    }

    /** Lets go what failed for its address alone: the address is good again, or another one. */
    void requeue(Collection<String> addresses, String why) {
        Instant now = clock.instant();
        List<UUID> freed = new ArrayList<>();
        for (String address : addresses) {
            entities.createNativeQuery("select cast(id as varchar) from outbox where address = ?1 and state = 'failed'"
                            + " and failure = 'address' and created_at > ?2 order by id for update")
                    .setParameter(1, address)
                    .setParameter(2, now.minus(STILL_WANTED).atOffset(ZoneOffset.UTC))
                    .getResultList()
                    .forEach(id -> freed.add(UUID.fromString(String.valueOf(id))));
        }
        batches.execute(
                "update outbox set state = 'queued', attempts = 0, failure = null, due_at = ? where id = ?",
                freed.stream().map(id -> new @Nullable Object[] {now, id}).toList());
        events.add(freed, State.queued, why);
        if (!freed.isEmpty()) {
            wakes.afterCommit(SendMail.NAME);
        }
    }

    private static Trouble trouble(@Nullable Object[] row) {
        return new Trouble(
                String.valueOf(row[0]),
                Objects.requireNonNull(INSTANT.convertToEntityAttribute(row[1])),
                String.valueOf(row[2]));
    }
}
