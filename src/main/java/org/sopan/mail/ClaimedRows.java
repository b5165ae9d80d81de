package org.sopan.mail;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;

/** The outbox's rows as senders see them: what is due, whose claim has run out, and each row changed only by its owner. */
final class ClaimedRows {
    private static final String DUE = "state = 'queued' and released and due_at <= ?1";
    private static final String LAPSED = "state = 'sending' and claimed_until < ?1";
    private static final String OURS = " where id = ? and state = 'sending' and claimed_by = ?";
    private final EntityManager entities;
    private final Batches batches;

    ClaimedRows(EntityManager entities, Batches batches) {
        this.entities = entities;
        this.batches = batches;
    }

    /** A row that is due; locked, and passed over by other senders, until the transaction ends. */
    record DueRow(UUID id, String address, String domain, int attempts) {}

    /** A row whose sender did not come back. */
    record LapsedRow(UUID id, int attempts) {}

    boolean any(Instant now, Set<String> passedOver) {
        return !query("select id from outbox where " + DUE + without(passedOver), now, passedOver)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty()
                || !query("select id from outbox where " + LAPSED, now, Set.of())
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }

    /** The next that are due: whom someone waits for first, then the longest due. */
    List<DueRow> due(Instant now, Set<String> passedOver, int limit) {
        return rows(query(
                        "select cast(id as varchar), address, domain, attempts from outbox where " + DUE
                                + without(passedOver) + " order by lane, due_at limit " + limit
                                + " for update skip locked",
                        now,
                        passedOver))
                .stream()
                .map(row -> new DueRow(id(row[0]), String.valueOf(row[1]), String.valueOf(row[2]), number(row[3])))
                .toList();
    }

    List<LapsedRow> lapsed(Instant now, int limit) {
        return rows(query(
                        "select cast(id as varchar), attempts from outbox where " + LAPSED + " order by id limit "
                                + limit + " for update skip locked",
                        now,
                        Set.of()))
                .stream()
                .map(row -> new LapsedRow(id(row[0]), number(row[1])))
                .toList();
    }

    void claim(Collection<UUID> ids, String token, Instant until) {
        batches.execute(
                "update outbox set state = 'sending', claimed_by = ?, claimed_until = ? where id = ?",
                ids.stream()
                        .map(id -> new @Nullable Object[] {token, until, id})
                        .toList());
    }

    /** Those that are still this claim's; the others have lapsed, and may be someone else's. */
    Set<UUID> renew(Claim claim, Collection<UUID> ids, Instant until) {
        return changed(
                ids,
                batches.execute(
                        "update outbox set claimed_until = ?" + OURS,
                        ids.stream()
                                .map(id -> new @Nullable Object[] {until, id, claim.token()})
                                .toList()));
    }

    /** Puts them back as if nobody had taken them, and says which were still this claim's. */
    Set<UUID> giveBack(Claim claim, Collection<UUID> ids, @Nullable String why) {
        return changed(
                ids,
                batches.execute(
                        "update outbox set state = 'queued', claimed_by = null, claimed_until = null,"
                                + " last_error = coalesce(cast(? as varchar), last_error)" + OURS,
                        ids.stream()
                                .map(id -> new @Nullable Object[] {why, id, claim.token()})
                                .toList()));
    }

    /** Writes what became of each, and says of which it could, because the claim still held. */
    Set<UUID> mark(Claim claim, List<Marked> marks) {
        return changed(
                marks.stream().map(Marked::id).toList(),
                batches.execute(
                        "update outbox set state = ?, attempts = ?, due_at = ?, sent_at = ?, last_error = ?, failure = ?,"
                                + " claimed_by = null, claimed_until = null" + OURS,
                        marks.stream()
                                .map(mark -> new @Nullable Object[] {
                                    mark.state().name(),
                                    mark.attempts(),
                                    mark.dueAt(),
                                    mark.sentAt(),
                                    mark.error(),
                                    mark.failure(),
                                    mark.id(),
                                    claim.token()
                                })
                                .toList()));
    }

    /** Ends rows that nobody holds, or whose sender is gone. */
    void set(List<Marked> marks) {
        batches.execute(
                "update outbox set state = ?, attempts = ?, due_at = ?, last_error = ?, failure = ?, claimed_by = null,"
                        + " claimed_until = null where id = ?",
                marks.stream()
                        .map(mark -> new @Nullable Object[] {
                            mark.state().name(), mark.attempts(), mark.dueAt(), mark.error(), mark.failure(), mark.id()
                        })
                        .toList());
    }

    /** What is left of the claim, in its order, each with its attachment. */
    List<Ready> read(Claim claim, Attachments attachments) {
        Map<UUID, OutboxMessage> found = new HashMap<>();
        Batches.listed(claim.ids(), ids -> entities.createQuery(
                                "select m from OutboxMessage m where m.id in :ids and m.claimedBy = :token",
                                OutboxMessage.class)
                        .setParameter("ids", ids)
                        .setParameter("token", claim.token())
                        .getResultList())
                .forEach(message -> found.put(message.id(), message));
        Set<String> keys = new LinkedHashSet<>();
        found.values().forEach(message -> {
            String key = message.attachmentKey();
            if (key != null) {
                keys.add(key);
            }
        });
        Map<String, Attachments.Attachment> files = attachments.byKeys(keys);
        Map<UUID, Integer> order = new LinkedHashMap<>();
        claim.ids().forEach(id -> order.put(id, order.size()));
        return found.values().stream()
                .sorted(Comparator.comparing(message -> order.getOrDefault(message.id(), 0)))
                .map(message -> {
                    String key = message.attachmentKey();
                    return new Ready(message, key == null ? null : files.get(key));
                })
                .toList();
    }

    private static Set<UUID> changed(Collection<UUID> ids, int[] counts) {
        List<UUID> all = new ArrayList<>(ids);
        return IntStream.range(0, all.size())
                .filter(i -> counts[i] > 0)
                .mapToObj(all::get)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Query query(String sql, Instant now, Set<String> passedOver) {
        Query query = entities.createNativeQuery(sql).setParameter(1, now.atOffset(ZoneOffset.UTC));
        int place = 2;
        for (String domain : passedOver) {
            query.setParameter(place++, domain);
        }
        return query;
    }

    private static String without(Set<String> domains) {
        return domains.isEmpty()
                ? ""
                : IntStream.range(2, domains.size() + 2)
                        .mapToObj(place -> "?" + place)
                        .collect(Collectors.joining(", ", " and domain not in (", ")"));
    }

    private static List<@Nullable Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().<@Nullable Object[]>map(row -> (Object[]) row).toList();
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    private static UUID id(@Nullable Object value) {
        return UUID.fromString(String.valueOf(value));
    }
}
