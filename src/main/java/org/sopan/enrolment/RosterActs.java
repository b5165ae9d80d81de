package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;
import org.sopan.shared.PersonId;

/** What applying plans did, one row each and in order, so that exactly this can be taken back. */
@ApplicationScoped
public class RosterActs {
    private final EntityManager entities;
    private final Batches batches;

    @Inject
    public RosterActs(EntityManager entities, Batches batches) {
        this.entities = entities;
        this.batches = batches;
    }

    /** The kinds of acts: {@code subject} is a version, an enrolment's id, or an invitation's link. */
    enum Kind {
        created,
        updated,
        enrolled,
        invited
    }

    /** One act on one person, because of one row. */
    record Act(int row, Kind kind, String subject, PersonId person, @Nullable String details) {}

    /** @param from how many acts of this plan were recorded before */
    void record(UUID plan, int from, List<Act> acts) {
        int[] position = {from};
        batches.execute(
                "insert into roster_act (plan, position, place, kind, subject, person, details)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                acts.stream()
                        .map(act -> new @Nullable Object[] {
                            plan,
                            position[0]++,
                            act.row(),
                            act.kind().name(),
                            act.subject(),
                            act.person().value(),
                            act.details()
                        })
                        .toList());
    }

    /** All acts of this kind in order, part by part. */
    void each(UUID plan, Kind kind, Consumer<List<Act>> part) {
        int[] last = {-1};
        List<Act> acts = after(plan, kind, last);
        while (!acts.isEmpty()) {
            part.accept(acts);
            acts = acts.size() < RosterRows.PART ? List.of() : after(plan, kind, last);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Act> after(UUID plan, Kind kind, int[] last) {
        Collection<Object[]> rows = entities.createNativeQuery(
                        "select position, place, subject, cast(person as varchar), details"
                                + " from roster_act where plan = cast(?1 as uuid) and kind = ?2 and position > ?3"
                                + " order by plan, position limit " + RosterRows.PART)
                .setParameter(1, plan.toString())
                .setParameter(2, kind.name())
                .setParameter(3, last[0])
                .getResultList();
        return rows.stream()
                .map(row -> {
                    last[0] = ((Number) row[0]).intValue();
                    return new Act(
                            ((Number) row[1]).intValue(),
                            kind,
                            (String) row[2],
                            new PersonId(UUID.fromString((String) row[3])),
                            (String) row[4]);
                })
                .toList();
    }
}
