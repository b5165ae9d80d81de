package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;
import org.sopan.platform.Sql;

/** Counts people where a tally counts enrolments: someone may be enrolled again in the course she has left. */
@ApplicationScoped
public class Heads {
    private static final int AT_ONCE = 50;
    private static final String ONE = "select cast(? as varchar), cast(? as varchar),"
            + " count(distinct coalesce(p.merged_into, e.person)) from enrolment e join person p on p.id = e.person"
            + " where e.institute = ? and e.course = ? and e.enrolled_at >= ? and e.enrolled_at < ?";
    private final EntityManager entities;

    @Inject
    public Heads(EntityManager entities) {
        this.entities = entities;
    }

    /** An institute's people in one course. */
    record Cell(String institute, String course) {}

    /** How many different people of each cell were enrolled in this fiscal year; joined records are one person. */
    Map<Cell, Integer> of(Collection<Cell> cells, FiscalYear year) {
        Map<Cell, Integer> heads = new HashMap<>();
        for (List<Cell> some : Batches.chunks(cells, AT_ONCE)) {
            Sql sql = new Sql();
            String before = "";
            for (Cell cell : some) {
                sql.add(
                        before + ONE,
                        cell.institute(),
                        cell.course(),
                        cell.institute(),
                        cell.course(),
                        year.from().atOffset(ZoneOffset.UTC),
                        year.until().atOffset(ZoneOffset.UTC));
                before = " union all ";
            }
            for (@Nullable Object[] row : sql.list(entities)) {
                heads.put(
                        new Cell(String.valueOf(row[0]), String.valueOf(row[1])),
                        ((Number) Objects.requireNonNull(row[2])).intValue());
            }
        }
        return heads;
    }
}
