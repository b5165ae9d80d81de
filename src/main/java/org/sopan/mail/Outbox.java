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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final Set<String> AWAITED = Set.of("password-reset");
    private static final String MOVED = "the address has changed";
    private final EntityManager entities;
    private final Batches batches;
    private final Clock clock;
    private final Randomness randomness;
    private final Wakes wakes;
    private final MessageEvents events;
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
        this.events = new MessageEvents(entities, batches, clock);
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
                        + " released, state, attempts, due_at, message_id, created_at, unsubscribe, person, domain, lane)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, 'queued', 0, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
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
            letter.to() == null ? null : letter.to().value(),
            domain(letter.address()),
            lane(letter)
        };
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Someone sits and waits for some mail; a notice may wait until that is through. */
    private static int lane(Letter letter) {
        if (AWAITED.contains(letter.template())) {
            return 0;
        }
        return letter.unsubscribe() == null ? 1 : 2;
    }

    /** Calls back those of these messages that have not left and are not leaving, in the same order: true if it was. */
    public List<Boolean> recall(Collection<String> once) {
        Map<String, UUID> waiting = new HashMap<>();
        batches
                .read(
                        once,
                        "select dedupe_key, cast(id as varchar) from outbox where state in ('queued', 'failed')"
                                + " and dedupe_key in (?) order by id for update")
                .stream()
                .map(row -> (Object[]) row)
                .forEach(row -> waiting.put(String.valueOf(row[0]), UUID.fromString(String.valueOf(row[1]))));
        suppress(waiting.values(), "called back");
        return once.stream().map(waiting::containsKey).toList();
    }

    /** Keeps these from leaving. The caller holds their rows. */
    void suppress(Collection<UUID> ids, String why) {
        batches.execute(
                "update outbox set state = 'suppressed' where id = ?",
                ids.stream().map(id -> new @Nullable Object[] {id}).toList());
        events.add(ids, OutboxMessage.State.suppressed, why);
    }

    /** The ids of what these statements' conditions find; the rows are this transaction's until it ends. */
    List<UUID> locked(String where, List<?> values) {
        Query query = entities.createNativeQuery(
                "select cast(id as varchar) from outbox where " + where + " order by id for update");
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        List<?> ids = query.getResultList();
        return ids.stream().map(id -> UUID.fromString(String.valueOf(id))).toList();
    }

    /** Lets these be tried again now, as if for the first time. The caller holds their rows. */
    void retry(Collection<UUID> ids, String why) {
        Instant now = clock.instant();
        batches.execute(
                "update outbox set state = 'queued', attempts = 0, failure = null, due_at = ? where id = ?",
                ids.stream().map(id -> new @Nullable Object[] {now, id}).toList());
        events.add(ids, OutboxMessage.State.queued, why);
        wakes.afterCommit(SendMail.NAME);
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
        List<String> values = new ArrayList<>(List.of(address));
        values.addAll(templates);
        String places = IntStream.range(2, templates.size() + 2)
                .mapToObj(place -> "?" + place)
                .collect(Collectors.joining(", ", "(", ")"));
        suppress(locked("address = ?1 and state = 'queued'" + which + places, values), "not needed");
    }

    /** What waits for one address goes to another; so does what failed because there was no such mailbox. */
    public void readdress(String from, String to) {
        move(locked("address = ?1 and state = 'failed' and coalesce(failure, '-') <> 'address'", List.of(from)), to);
        List<UUID> waiting = locked("address = ?1 and state = 'queued'", List.of(from));
        move(waiting, to);
        events.add(waiting, OutboxMessage.State.queued, MOVED);
        List<UUID> refused = locked("address = ?1 and state = 'failed' and failure = 'address'", List.of(from));
        move(refused, to);
        if (!refused.isEmpty()) {
            retry(refused, MOVED);
        }
    }

    private void move(Collection<UUID> ids, String to) {
        batches.execute(
                "update outbox set address = ?, domain = ? where id = ?",
                ids.stream()
                        .map(id -> new @Nullable Object[] {to, domain(to), id})
                        .toList());
    }

    /** Keeps messages of this template from leaving that still wait for this person. */
    public void suppress(PersonId person, String template) {
        suppress(
                locked(
                        "person = cast(?1 as uuid) and template = ?2 and state = 'queued'",
                        List.of(person.toString(), template)),
                "not needed");
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

    /** The message as it stands now, also where a statement has changed it. */
    OutboxMessage again(UUID id) {
        OutboxMessage message = entities.find(OutboxMessage.class, id);
        entities.refresh(message);
        return message;
    }

    /** What happened to it, in order. */
    List<Happened> historyOf(UUID id) {
        return events.of(id);
    }

    /** Messages in this state, or in any; the newest first. */
    public Page<OutboxMessage> list(OutboxMessage.@Nullable State state, int page, int size) {
        return list(new MailFilter(state, null, null, null), page, size);
    }

    /** The oldest of those that the filter lets through. */
    List<OutboxMessage> oldest(MailFilter filter, int most) {
        return filter.bind(entities.createQuery(
                        "select m from OutboxMessage m" + filter.jpql() + " order by m.createdAt, m.id",
                        OutboxMessage.class))
                .setMaxResults(most)
                .getResultList();
    }

    /** Those of these that are in this state; their rows are this transaction's until it ends. */
    List<UUID> lockedAmong(Collection<UUID> ids, OutboxMessage.State state) {
        return batches
                .read(
                        ids.stream().map(UUID::toString).toList(),
                        "select cast(id as varchar) from outbox where state = '" + state
                                + "' and id in (uuid ?) order by id for update")
                .stream()
                .map(id -> UUID.fromString(String.valueOf(id)))
                .toList();
    }

    /** Those that the filter lets through, the newest first. */
    public Page<OutboxMessage> list(MailFilter filter, int page, int size) {
        TypedQuery<OutboxMessage> items = filter.bind(entities.createQuery(
                "select m from OutboxMessage m" + filter.jpql() + " order by m.createdAt desc, m.id",
                OutboxMessage.class));
        TypedQuery<Long> count =
                filter.bind(entities.createQuery("select count(m) from OutboxMessage m" + filter.jpql(), Long.class));
        return new Page<>(
                items.setFirstResult(page * size).setMaxResults(size).getResultList(), count.getSingleResult());
    }
}
