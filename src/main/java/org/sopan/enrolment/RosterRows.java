package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterLine.Decision;
import org.sopan.enrolment.RosterLine.Judged;
import org.sopan.enrolment.RosterLine.Verdict;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.platform.Batches;
import org.sopan.platform.JsonText;

/** The rows of all plans, read and written in parts, so that the longest roster needs no more memory than a part. */
@ApplicationScoped
public class RosterRows {
    static final int PART = 500;

    /** Both columns of the key: by the second alone H2 would read and sort all rows that follow for each part. */
    private static final String IN_ORDER = " order by plan, place limit ";

    private static final String COLUMNS = "select place, cells, decision, decided_about, action,"
            + " cast(person as varchar), person_version, verdict from roster_row where plan = cast(?1 as uuid)";
    private final EntityManager entities;
    private final Batches batches;

    @Inject
    public RosterRows(EntityManager entities, Batches batches) {
        this.entities = entities;
        this.batches = batches;
    }

    /** A row as it was uploaded. */
    record Uploaded(int row, RosterCells cells) {}

    void add(UUID plan, Collection<Uploaded> rows) {
        batches.execute(
                "insert into roster_row (plan, place, cells, action) values (?, ?, ?, 'undecided')",
                rows.stream()
                        .map(row -> new @Nullable Object[] {plan, row.row(), JsonText.of(row.cells())})
                        .toList());
    }

    void judge(UUID plan, Collection<Judged> rows) {
        batches.execute(
                "update roster_row set action = ?, person = ?, person_version = ?, verdict = ?, noted = ?"
                        + " where plan = ? and place = ?",
                rows.stream()
                        .map(row -> new @Nullable Object[] {
                            row.action().name(),
                            row.person(),
                            row.version(),
                            row.verdict().equals(Verdict.NONE) ? null : JsonText.of(row.verdict()),
                            !row.verdict().notes().isEmpty(),
                            plan,
                            row.row()
                        })
                        .toList());
    }

    /** A decision about a row; none takes an earlier one back. */
    record Decided(int row, @Nullable Decision decision, @Nullable String about) {}

    void decide(UUID plan, Collection<Decided> rows) {
        batches.execute(
                "update roster_row set decision = ?, decided_about = ? where plan = ? and place = ?",
                rows.stream()
                        .map(row -> new @Nullable Object[] {
                            row.decision() == null ? null : row.decision().name(), row.about(), plan, row.row()
                        })
                        .toList());
    }

    /** All rows in order, part by part. */
    void each(UUID plan, Consumer<List<RosterLine>> part) {
        int last = Integer.MIN_VALUE;
        List<RosterLine> lines = after(plan, last);
        while (!lines.isEmpty()) {
            last = lines.get(lines.size() - 1).row();
            part.accept(lines);
            lines = lines.size() < PART ? List.of() : after(plan, last);
        }
    }

    private List<RosterLine> after(UUID plan, int row) {
        return read(entities.createNativeQuery(COLUMNS + " and place > ?2" + IN_ORDER + PART)
                .setParameter(1, plan.toString())
                .setParameter(2, row));
    }

    /** The rows of this action, or all, in order. */
    List<RosterLine> page(UUID plan, @Nullable Action action, int first, int size) {
        Query query = entities.createNativeQuery(
                COLUMNS + (action == null ? "" : " and action = ?2") + IN_ORDER + size + " offset " + first);
        query.setParameter(1, plan.toString());
        if (action != null) {
            query.setParameter(2, action.name());
        }
        return read(query);
    }

    /** The first rows of which something stays out. */
    List<RosterLine> noted(UUID plan, int most) {
        return read(entities.createNativeQuery(COLUMNS + " and noted" + IN_ORDER + most)
                .setParameter(1, plan.toString()));
    }

    /** Forgets the rows and acts of plans that nothing can be done with any more. */
    void forget(Collection<UUID> plans) {
        List<@Nullable Object[]> ids =
                plans.stream().map(id -> new @Nullable Object[] {id}).toList();
        batches.execute("delete from roster_row where plan = ?", ids);
        batches.execute("delete from roster_act where plan = ?", ids);
    }

    @SuppressWarnings("unchecked")
    private static List<RosterLine> read(Query query) {
        return ((List<Object[]>) query.getResultList())
                .stream().map(RosterRows::line).toList();
    }

    private static RosterLine line(@Nullable Object[] row) {
        return new RosterLine(
                ((Number) text(row[0], Number.class)).intValue(),
                JsonText.read(text(row[1], String.class), RosterCells.class),
                row[2] == null ? null : Decision.valueOf((String) row[2]),
                (String) row[3],
                Action.valueOf(text(row[4], String.class)),
                row[5] == null ? null : UUID.fromString((String) row[5]),
                row[6] == null ? null : ((Number) row[6]).longValue(),
                row[7] == null ? Verdict.NONE : JsonText.read((String) row[7], Verdict.class));
    }

    private static <T> T text(@Nullable Object value, Class<T> type) {
        return type.cast(java.util.Objects.requireNonNull(value));
    }
}
