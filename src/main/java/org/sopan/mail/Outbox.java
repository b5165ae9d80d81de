package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;
import org.sopan.platform.Randomness;
import org.sopan.platform.Settings;
import org.sopan.platform.Wakes;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** The messages that wait, go and went. Queueing happens in the transaction of the act and sends nothing. */
@ApplicationScoped
public class Outbox {
    private final EntityManager entities;
    private final Batches batches;
    private final Clock clock;
    private final Randomness randomness;
    private final Wakes wakes;
    private final String host;

    @Inject
    public Outbox(
            EntityManager entities,
            Batches batches,
            Clock clock,
            Randomness randomness,
            Wakes wakes,
            Settings settings) {
        this.entities = entities;
        this.batches = batches;
        this.clock = clock;
        this.randomness = randomness;
        this.wakes = wakes;
        this.host = settings.url().getHost();
    }

    /** Queues a message unless one of the same {@code once} exists. */
    public void queue(Letter letter) {
        queue(List.of(letter));
    }

    /** The same for many. */
    public void queue(Collection<Letter> letters) {
        batches.execute(
                "insert into outbox (id, dedupe_key, template, address, language, content, attachment_key,"
                        + " released, state, attempts, due_at, message_id, created_at, unsubscribe, person)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, 'queued', 0, ?, ?, ?, ?, ?) on conflict do nothing",
                letters.stream().map(this::row).toList());
        Instant now = clock.instant();
        if (letters.stream().anyMatch(letter -> letter.attachmentKey() == null && isDue(letter, now))) {
            wakes.afterCommit(SendMail.NAME);
        }
    }

    private static boolean isDue(Letter letter, Instant now) {
        Instant notBefore = letter.notBefore();
        return notBefore == null || !notBefore.isAfter(now);
    }

    private @Nullable Object[] row(Letter letter) {
        JsonObjectBuilder data = Json.createObjectBuilder();
        letter.data().forEach(data::add);
        UUID id = randomness.id();
        Instant now = clock.instant();
        Instant notBefore = letter.notBefore();
        return new @Nullable Object[] {
            id,
            letter.once(),
            letter.template(),
            letter.address(),
            letter.language().name(),
            data.build().toString(),
            letter.attachmentKey(),
            letter.attachmentKey() == null,
            notBefore == null || notBefore.isBefore(now) ? now : notBefore,
            "<" + id + "@" + host + ">",
            now,
            letter.unsubscribe(),
            letter.to() == null ? null : letter.to().value()
        };
    }

    /** Calls back those of these messages that have not left and are not leaving, in the same order: true if it was. */
    public List<Boolean> recall(Collection<String> once) {
        int[] recalled = batches.execute(
                "update outbox set state = 'suppressed' where dedupe_key = ? and state in ('queued', 'failed')",
                once.stream().map(key -> new @Nullable Object[] {key}).toList());
        return Arrays.stream(recalled).mapToObj(count -> count > 0).toList();
    }

    /** Lets the messages go that waited for this attachment. */
    public void release(String attachmentKey) {
        entities.createNativeQuery("update outbox set released = true where attachment_key = ?1")
                .setParameter(1, attachmentKey)
                .executeUpdate();
        wakes.afterCommit(SendMail.NAME);
    }

    /** Keeps what waits for this address from leaving, but for messages of these templates. */
    public void suppressAllBut(String address, Set<String> templates) {
        suppress(address, " and template not in ", templates);
    }

    /** Keeps what waits for this address from leaving, where it is a message of these templates. */
    public void suppressOnly(String address, Set<String> templates) {
        suppress(address, " and template in ", templates);
    }

    private void suppress(String address, String which, Set<String> templates) {
        Query query = entities.createNativeQuery(
                        "update outbox set state = 'suppressed' where address = ?1 and state = 'queued'" + which
                                + IntStream.range(2, templates.size() + 2)
                                        .mapToObj(place -> "?" + place)
                                        .collect(Collectors.joining(", ", "(", ")")))
                .setParameter(1, address);
        int place = 2;
        for (String template : templates) {
            query.setParameter(place++, template);
        }
        query.executeUpdate();
    }

    /** What waits for one address goes to another. */
    public void readdress(String from, String to) {
        entities.createNativeQuery(
                        "update outbox set address = ?2 where address = ?1 and state in ('queued', 'failed')")
                .setParameter(1, from)
                .setParameter(2, to)
                .executeUpdate();
    }

    /** Keeps messages of this template from leaving that still wait for this person. */
    public void suppress(PersonId person, String template) {
        entities.createNativeQuery("update outbox set state = 'suppressed'"
                        + " where person = cast(?1 as uuid) and template = ?2 and state = 'queued'")
                .setParameter(1, person.toString())
                .setParameter(2, template)
                .executeUpdate();
    }

    /** The messages that carry these attachments, in one query. */
    public List<OutboxMessage> carrying(Collection<String> attachmentKeys) {
        return attachmentKeys.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select m from OutboxMessage m where m.attachmentKey in :keys order by m.createdAt",
                                OutboxMessage.class)
                        .setParameter("keys", attachmentKeys)
                        .getResultList();
    }

    public Optional<OutboxMessage> find(UUID id) {
        return Optional.ofNullable(entities.find(OutboxMessage.class, id));
    }

    /** Messages in this state, or in any; the newest first. */
    public Page<OutboxMessage> list(OutboxMessage.@Nullable State state, int page, int size) {
        String where = state == null ? "" : " where m.state = :state";
        TypedQuery<OutboxMessage> items = entities.createQuery(
                "select m from OutboxMessage m" + where + " order by m.createdAt desc, m.id", OutboxMessage.class);
        TypedQuery<Long> count = entities.createQuery("select count(m) from OutboxMessage m" + where, Long.class);
        if (state != null) {
            items.setParameter("state", state);
            count.setParameter("state", state);
        }
        return new Page<>(
                items.setFirstResult(page * size).setMaxResults(size).getResultList(), count.getSingleResult());
    }

    /** Ids of messages that are due; locked, and passed over by other senders, until the transaction ends. */
    @SuppressWarnings("unchecked")
    List<Object> due(Instant now, int limit) {
        return entities.createNativeQuery(
                        "select cast(id as varchar) from outbox where released and due_at <= ?1 and (state = 'queued'"
                                + " or (state = 'sending' and claimed_until < ?1)) order by due_at limit " + limit
                                + " for update skip locked")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList();
    }
}
