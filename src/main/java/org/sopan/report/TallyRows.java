package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.InstantColumn;
import org.sopan.platform.Sql;

/**
 * Stored counts of what happened until a moment. What happened since is counted from the enrolments themselves, so that
 * no act waits for a counter and every report is exact.
 */
@ApplicationScoped
public class TallyRows {
    private static final InstantColumn INSTANT = new InstantColumn();
    private static final int ROWS_AT_ONCE = 50;
    private final EntityManager entities;
    private final Once once;

    @Inject
    public TallyRows(EntityManager entities, Once once) {
        this.entities = entities;
        this.once = once;
    }

    /** The moment until which facts are counted in rows; whoever moves it, or counts in rows, comes one by one. */
    Instant lockedUntil() {
        entities.createNativeQuery("insert into tally_state (id, counted_until) values (1, ?1) on conflict do nothing")
                .setParameter(1, Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        Object until = entities.createNativeQuery("select counted_until from tally_state where id = 1 for update")
                .getSingleResult();
        return Objects.requireNonNull(INSTANT.convertToEntityAttribute(until));
    }

    void countedUntil(Instant moment) {
        entities.createNativeQuery("update tally_state set counted_until = ?1 where id = 1")
                .setParameter(1, moment.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    void append(Tally tally) {
        List<Map.Entry<Tally.Group, Tally.Counts>> all =
                new ArrayList<>(tally.counts().entrySet());
        for (int from = 0; from < all.size(); from += ROWS_AT_ONCE) {
            insert(all.subList(from, Math.min(all.size(), from + ROWS_AT_ONCE)));
        }
    }

    private void insert(List<Map.Entry<Tally.Group, Tally.Counts>> rows) {
        Sql sql = new Sql()
                .add("insert into tally (institute, course, dimension, item_en, item_bn, period,"
                        + " enrolled, begun, completed, finished) values ");
        String before = "";
        for (Map.Entry<Tally.Group, Tally.Counts> row : rows) {
            Tally.Group group = row.getKey();
            Tally.Counts counts = row.getValue();
            sql.add(
                    before + "(?, ?, ?, cast(nullif(?, '') as varchar), cast(nullif(?, '') as varchar), ?, ?, ?, ?, ?)",
                    group.institute(),
                    group.course(),
                    group.dimension().word(),
                    Objects.requireNonNullElse(group.en(), ""),
                    Objects.requireNonNullElse(group.bn(), ""),
                    period(group.month()),
                    counts.enrolled(),
                    counts.begun(),
                    counts.completed(),
                    counts.finished());
            before = ", ";
        }
        sql.run(entities);
    }

    void clear(String institute) {
        new Sql().add("delete from tally where institute = ?", institute).run(entities);
    }

    /** How many rows an institute has. */
    long size(String institute) {
        return new Sql()
                .add("select count(*) from tally where institute = ?", institute)
                .number(entities);
    }

    /** Everything counted in rows for an institute. */
    Tally of(String institute) {
        Tally tally = new Tally();
        read(new Sql().add("t.institute = ?", institute), "t.period", tally);
        return tally;
    }

    /**
     * The counts of these months, to this moment: those in rows, and those of what happened since, less what people whose
     * records were joined had twice. A fixed number of queries, whatever the number of enrolments.
     *
     * @param institutes whose people; at least one
     */
    Tally until(
            Collection<String> institutes, YearMonth first, YearMonth last, Collection<Tally.Dimension> dimensions) {
        Sql which = new Sql()
                .add(
                        "t.dimension in (" + Sql.places(dimensions.size()) + ")",
                        dimensions.stream().map(Tally.Dimension::word).toArray());
        which.add(" and t.institute in (" + Sql.places(institutes.size()) + ")", institutes.toArray());
        which.add(" and t.period between ? and ?", period(first), period(last));
        Tally tally = new Tally();
        // nobody asks for days by month, and they are by far the most groups
        String month = "case when t.dimension = 'days' then " + period(first) + " else t.period end";
        Instant until = read(which, month, tally);
        // of all institutes: the index on the moment bounds this, and H2 would rather take the one on the institute
        facts(new Sql().add(" and {at} >= ?", until.atOffset(ZoneOffset.UTC)), institutes, tally::add);
        Sql twice = once.twice();
        if (twice != null) {
            facts(twice, institutes, tally::remove);
        }
        return tally.of(first, last, dimensions);
    }

    private void facts(Sql conditions, Collection<String> institutes, Consumer<Fact> taker) {
        for (Object[] row : Fact.select(conditions).list(entities)) {
            Fact fact = Fact.of(row);
            if (institutes.contains(fact.institute())) {
                taker.accept(fact);
            }
        }
    }

    /** Reads the rows and the moment they reach to in one statement, which sees one state of both. */
    private Instant read(Sql which, String month, Tally into) {
        Sql sql = new Sql()
                .add(
                        "select s.counted_until, t.institute, t.course, t.dimension, t.item_en, t.item_bn, " + month
                                + ", sum(t.enrolled), sum(t.begun), sum(t.completed), sum(t.finished)"
                                + " from (select coalesce(max(counted_until), cast(? as timestamp with time zone)) as counted_until"
                                + " from tally_state) s left join tally t on ",
                        Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .add(which)
                .add(" group by s.counted_until, t.institute, t.course, t.dimension, t.item_en, t.item_bn, " + month);
        Instant until = Instant.EPOCH;
        for (Object[] row : sql.list(entities)) {
            until = Objects.requireNonNull(INSTANT.convertToEntityAttribute(row[0]));
            if (row[1] != null) {
                into.add(group(row), new Tally.Counts(number(row[7]), number(row[8]), number(row[9]), number(row[10])));
            }
        }
        return until;
    }

    private static Tally.Group group(@Nullable Object[] row) {
        int period = number(row[6]);
        return new Tally.Group(
                String.valueOf(row[1]),
                String.valueOf(row[2]),
                Tally.Dimension.valueOf(String.valueOf(row[3]).toUpperCase(java.util.Locale.ROOT)),
                (String) row[4],
                (String) row[5],
                YearMonth.of(period / 100, period % 100));
    }

    private static int number(@Nullable Object column) {
        return column instanceof Number number ? number.intValue() : 0;
    }

    private static int period(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }
}
