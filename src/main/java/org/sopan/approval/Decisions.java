package org.sopan.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;
import org.sopan.platform.Sql;
import org.sopan.shared.PersonId;

/** All decisions, each with a line for every award it is over. */
@ApplicationScoped
public class Decisions {
    private final EntityManager entities;
    private final Batches batches;

    @Inject
    public Decisions(EntityManager entities, Batches batches) {
        this.entities = entities;
        this.batches = batches;
    }

    /** A line that is still to be carried out. */
    record Line(int place, UUID award) {}

    /** A line that did not do what was decided, and why. */
    public record Left(String award, String why) {}

    void add(Decision decision, List<UUID> awards) {
        entities.persist(decision);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int place = 0; place < awards.size(); place++) {
            rows.add(new @Nullable Object[] {decision.id(), place, awards.get(place)});
        }
        batches.execute("insert into decision_line (decision, place, award) values (?, ?, ?)", rows);
    }

    public Optional<Decision> find(UUID id) {
        return Optional.ofNullable(entities.find(Decision.class, id));
    }

    Optional<Decision> byKey(String onceKey) {
        return entities.createQuery("select d from Decision d where d.onceKey = :key", Decision.class)
                .setParameter("key", onceKey)
                .getResultStream()
                .findFirst();
    }

    List<UUID> awardsOf(UUID decision) {
        return entities
                .createNativeQuery("select cast(award as varchar) from decision_line"
                        + " where decision = cast(?1 as uuid) order by place")
                .setParameter(1, decision.toString())
                .getResultList()
                .stream()
                .map(award -> UUID.fromString((String) award))
                .toList();
    }

    /** How many of its awards are in the queue at all. */
    long inQueue(UUID decision) {
        return ofLines("select count(*)", decision).number(entities);
    }

    /** Those of its awards that one of these records of one person holds. */
    List<String> ownOf(UUID decision, Collection<PersonId> records, int limit) {
        return awards(
                ofLines("select cast(l.award as varchar), l.place", decision)
                        .add(
                                " and exists (select 1 from award a where a.id = l.award and a.person in ("
                                        + uuids(records) + "))",
                                texts(records)),
                limit);
    }

    /** Those of its awards that one of these records of one person has approved, and that wait for another's signature. */
    List<String> signedBy(UUID decision, Collection<PersonId> records, int limit) {
        return awards(
                ofLines("select cast(l.award as varchar), l.place", decision)
                        .add(" and q.state = 'SIGNING' and q.approved_by in (" + uuids(records) + ")", texts(records)),
                limit);
    }

    private static Sql ofLines(String select, UUID decision) {
        return new Sql()
                .add(
                        select + " from decision_line l join approval q on q.award = l.award"
                                + " where l.decision = cast(? as uuid)",
                        decision.toString());
    }

    private List<String> awards(Sql sql, int limit) {
        return sql.add(" order by l.place limit " + limit).list(entities).stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private static String uuids(Collection<PersonId> records) {
        return String.join(", ", Collections.nCopies(records.size(), "cast(? as uuid)"));
    }

    private static Object[] texts(Collection<PersonId> records) {
        return records.stream().map(PersonId::toString).toArray();
    }

    /** The earliest that is not finished and that no other node is at; held until the transaction ends. */
    Optional<Decision> next() {
        List<?> due = entities.createNativeQuery("select cast(id as varchar) from decision where open_key is not null"
                        + " order by made_at, id limit 1 for update skip locked")
                .getResultList();
        return due.stream().findFirst().flatMap(id -> find(UUID.fromString((String) id)));
    }

    List<Line> open(UUID decision, int limit) {
        List<?> rows = entities.createNativeQuery("select place, cast(award as varchar) from decision_line"
                        + " where decision = cast(?1 as uuid) and outcome is null order by place limit " + limit)
                .setParameter(1, decision.toString())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Line(((Number) row[0]).intValue(), UUID.fromString((String) row[1])))
                .toList();
    }

    void write(UUID decision, Map<Line, Outcome> outcomes) {
        batches.execute(
                "update decision_line set outcome = ? where decision = ? and place = ?",
                outcomes.entrySet().stream()
                        .map(each -> new @Nullable Object[] {
                            each.getValue().code(), decision, each.getKey().place()
                        })
                        .toList());
    }

    /** How many lines came to which end; those still to come are not counted. */
    Map<String, Integer> counts(UUID decision) {
        Map<String, Integer> counts = new TreeMap<>();
        List<?> rows = entities.createNativeQuery("select outcome, count(*) from decision_line"
                        + " where decision = cast(?1 as uuid) and outcome is not null group by outcome")
                .setParameter(1, decision.toString())
                .getResultList();
        rows.forEach(row -> counts.put((String) ((Object[]) row)[0], ((Number) ((Object[]) row)[1]).intValue()));
        return counts;
    }

    List<Left> left(UUID decision, int limit) {
        List<?> rows = entities.createNativeQuery("select cast(award as varchar), outcome from decision_line"
                        + " where decision = cast(?1 as uuid) and outcome not in ('approved', 'awaits-signature', 'returned')"
                        + " order by place limit " + limit)
                .setParameter(1, decision.toString())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Left((String) row[0], (String) row[1]))
                .toList();
    }
}
