package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;
import org.sopan.platform.Hashes;
import org.sopan.platform.InstantColumn;
import org.sopan.platform.Randomness;
import org.sopan.shared.CohortId;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** All announcements, and who has seen them. */
@ApplicationScoped
public class Announcements {
    /** How the key of one begins whose client gave none: its words tell whether it is the same. */
    static final String BY_WORDS = "words/";

    /** Before the first person. */
    private static final UUID FIRST = new UUID(0, 0);

    private static final Duration DOUBLE = Duration.ofMinutes(10);
    private static final int FIRST_RECORD = 3;
    private final EntityManager entities;
    private final Batches batches;
    private final Randomness randomness;

    @Inject
    public Announcements(EntityManager entities, Batches batches, Randomness randomness) {
        this.entities = entities;
        this.batches = batches;
        this.randomness = randomness;
    }

    /** What is announced to whom, cleaned and checked. */
    record Words(CohortId cohort, @Nullable String institute, LocalizedText title, LocalizedText body, boolean byMail) {
        String hash() {
            return Hashes.sha256(String.join(
                    "\u0000",
                    cohort.toString(),
                    String.valueOf(institute),
                    String.valueOf(title.en()),
                    String.valueOf(title.bn()),
                    String.valueOf(body.en()),
                    String.valueOf(body.bn())));
        }
    }

    /** An announcement, and whether this call made it. */
    record Added(Announcement announcement, boolean isNew) {}

    /**
     * Adds it, unless the author has: with the same {@code once}, or, where none is given, the same words just now. Its
     * mail, if there is to be any, is then due.
     *
     * @param recipients to how many a mail is to go
     */
    Added add(PersonId author, @Nullable String once, Words words, IntSupplier recipients, Instant now) {
        String key = once == null
                ? BY_WORDS + author + "/" + words.hash() + "/" + now.getEpochSecond() / DOUBLE.toSeconds()
                : "once/" + author + "/" + once;
        Optional<Announcement> before = once == null ? justNow(author, words, now) : byKey(key);
        if (before.isPresent()) {
            return new Added(before.get(), false);
        }
        int added = insert(key, author, words, words.byMail() ? recipients.getAsInt() : 0, now);
        return new Added(byKey(key).orElseThrow(), added == 1);
    }

    /** The same, held against everybody else until the transaction ends. */
    Optional<Announcement> locked(UUID id) {
        return Optional.ofNullable(entities.find(Announcement.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Keeps behind whom those stand whose mail is still to be queued; null when all of it is. */
    void mailAfter(UUID id, @Nullable UUID person) {
        entities.createNativeQuery("update announcement set mail_after = cast(?1 as uuid) where id = cast(?2 as uuid)")
                .setParameter(1, person == null ? null : person.toString())
                .setParameter(2, id.toString())
                .executeUpdate();
    }

    Optional<Announcement> find(UUID id) {
        return Optional.ofNullable(entities.find(Announcement.class, id));
    }

    List<Announcement> all(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select a from Announcement a where a.id in :ids", Announcement.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Those to this cohort, the newest first. */
    List<Announcement> to(CohortId cohort) {
        return entities.createQuery(
                        "select a from Announcement a where a.cohort = :cohort order by a.publishedAt desc, a.id",
                        Announcement.class)
                .setParameter("cohort", cohort)
                .getResultList();
    }

    /** Of each announcement how many people it is for and how many have seen it, joined records being one. */
    Map<UUID, int[]> counts(CohortId cohort) {
        List<?> rows = entities.createNativeQuery("select cast(a.id as varchar),"
                        + " (select count(distinct coalesce(q.merged_into, q.id)) from enrolment e"
                        + " join person q on q.id = e.person where e.cohort = a.cohort"
                        + " and e.state in ('INVITED', 'ACTIVE', 'COMPLETED')"
                        + " and (a.institute is null or a.institute = e.institute)),"
                        + " (select count(distinct coalesce(q.merged_into, q.id)) from announcement_seen s"
                        + " join person q on q.id = s.person where s.announcement = a.id)"
                        + " from announcement a where a.cohort = cast(?1 as uuid)")
                .setParameter(1, cohort.toString())
                .getResultList();
        Map<UUID, int[]> counts = new HashMap<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            counts.put(
                    UUID.fromString((String) row[0]),
                    new int[] {((Number) row[1]).intValue(), ((Number) row[2]).intValue()});
        }
        return counts;
    }

    /** Someone with all her records. */
    record Reader(PersonId person, List<PersonId> records) {}

    /** Ids of those that are for this person and not taken back, the newest first, each with when it was seen. */
    List<Seen> forPerson(Reader reader, int page, int size) {
        List<?> rows = bound(
                        "select cast(a.id as varchar), s.seen_at from announcement a"
                                + " left join announcement_seen s on s.announcement = a.id and s.person = cast(?1 as uuid)"
                                + " where a.withdrawn_at is null and " + audience(reader)
                                + " order by a.published_at desc, a.id",
                        reader)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Seen(
                        UUID.fromString((String) row[0]), new InstantColumn().convertToEntityAttribute(row[1])))
                .toList();
    }

    record Seen(UUID announcement, @Nullable Instant at) {}

    /** How many are for this person, and how many of them were not seen yet. */
    long[] number(Reader reader) {
        Object[] row = (Object[]) bound(
                        "select count(*), count(s.seen_at) from announcement a"
                                + " left join announcement_seen s on s.announcement = a.id and s.person = cast(?1 as uuid)"
                                + " where a.withdrawn_at is null and " + audience(reader),
                        reader)
                .getSingleResult();
        long all = ((Number) row[0]).longValue();
        return new long[] {all, all - ((Number) row[1]).longValue()};
    }

    boolean isFor(Reader reader, UUID announcement) {
        return !bound(
                        "select cast(?1 as varchar) from announcement a where a.withdrawn_at is null and "
                                + audience(reader) + " and a.id = cast(?2 as uuid)",
                        reader)
                .setParameter(2, announcement.toString())
                .getResultList()
                .isEmpty();
    }

    private static String audience(Reader reader) {
        String records = IntStream.range(
                        FIRST_RECORD, FIRST_RECORD + reader.records().size())
                .mapToObj(place -> "cast(?" + place + " as uuid)")
                .collect(Collectors.joining(", "));
        return "exists (select 1 from enrolment e where e.cohort = a.cohort and e.person in (" + records
                + ") and e.state in ('INVITED', 'ACTIVE', 'COMPLETED')"
                + " and (a.institute is null or a.institute = e.institute))";
    }

    private Query bound(String sql, Reader reader) {
        Query query =
                entities.createNativeQuery(sql).setParameter(1, reader.person().toString());
        for (int i = 0; i < reader.records().size(); i++) {
            query.setParameter(FIRST_RECORD + i, reader.records().get(i).toString());
        }
        return query;
    }

    void see(UUID announcement, PersonId person, Instant now) {
        batches.execute(
                "insert into announcement_seen (announcement, person, seen_at) values (?, ?, ?) on conflict do nothing",
                List.<@Nullable Object[]>of(new @Nullable Object[] {announcement, person.value(), now}));
    }

    private Optional<Announcement> byKey(String key) {
        return entities.createQuery("select a from Announcement a where a.onceKey = :key", Announcement.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    private Optional<Announcement> justNow(PersonId author, Words words, Instant now) {
        return entities.createQuery(
                        "select a from Announcement a where a.cohort = :cohort and a.author = :author"
                                + " and a.publishedAt > :since and a.withdrawnAt is null",
                        Announcement.class)
                .setParameter("cohort", words.cohort())
                .setParameter("author", author)
                .setParameter("since", now.minus(DOUBLE))
                .getResultStream()
                .filter(each -> new Words(each.cohort(), each.institute(), each.title(), each.body(), each.isByMail())
                        .hash()
                        .equals(words.hash()))
                .findFirst();
    }

    private int insert(String key, PersonId author, Words words, int recipients, Instant now) {
        return batches.execute(
                        "insert into announcement (id, once_key, cohort, institute, title_en, title_bn, body_en, body_bn,"
                                + " author, by_mail, published_at, mail_to, mail_after)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        List.<@Nullable Object[]>of(new @Nullable Object[] {
                            randomness.id(),
                            key,
                            words.cohort().value(),
                            words.institute(),
                            words.title().en(),
                            words.title().bn(),
                            words.body().en(),
                            words.body().bn(),
                            author.value(),
                            words.byMail(),
                            now,
                            recipients,
                            words.byMail() ? FIRST : null
                        }))[0];
    }
}
