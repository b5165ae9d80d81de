package org.sopan.mail;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.OutboxMessage.State;
import org.sopan.platform.Batches;
import org.sopan.platform.InstantColumn;

/**
 * What happened to each message: written in the transaction of each change. There are never many of one message, since
 * its attempts are counted, and a claim that came to nothing leaves no trace.
 */
final class MessageEvents {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;
    private final Batches batches;
    private final Clock clock;

    MessageEvents(EntityManager entities, Batches batches, Clock clock) {
        this.entities = entities;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * One change.
     *
     * @param node which server did it, null for an act of the rooms or a person
     * @param note why: a code of ours, or what the mail server said
     */
    record Event(UUID message, State state, @Nullable String node, @Nullable String claim, @Nullable String note) {}

    void add(Collection<Event> events) {
        Instant now = clock.instant();
        batches.execute(
                "insert into outbox_event (message, happened_at, state, node, claim, note) values (?, ?, ?, ?, ?, ?)",
                events.stream()
                        .map(event -> new @Nullable Object[] {
                            event.message(), now, event.state().name(), event.node(), event.claim(), event.note()
                        })
                        .toList());
    }

    void add(Collection<UUID> messages, State state, String note) {
        add(messages.stream()
                .map(message -> new Event(message, state, null, null, note))
                .toList());
    }

    /** Forgets that these were claimed, where the claim came to nothing. */
    void forget(Collection<UUID> messages, String claim) {
        batches.execute(
                "delete from outbox_event where message = ? and claim = ?",
                messages.stream()
                        .map(message -> new @Nullable Object[] {message, claim})
                        .toList());
    }

    /** What happened to one message, in order. */
    List<Happened> of(UUID message) {
        List<?> rows = entities.createNativeQuery("select happened_at, state, node, note from outbox_event"
                        + " where message = cast(?1 as uuid) order by id")
                .setParameter(1, message.toString())
                .getResultList();
        return rows.stream().map(row -> happened((Object[]) row)).toList();
    }

    private static Happened happened(@Nullable Object[] row) {
        return new Happened(
                Objects.requireNonNull(INSTANT.convertToEntityAttribute(row[0])),
                String.valueOf(row[1]),
                (String) row[2],
                (String) row[3]);
    }
}
