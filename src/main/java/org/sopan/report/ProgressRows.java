package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.InstantColumn;
import org.sopan.platform.Sql;
import org.sopan.shared.EnrolmentId;

/** How far each enrolment is: one row each, from the first step on. */
@ApplicationScoped
public class ProgressRows {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;

    @Inject
    public ProgressRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Stores how far the enrolment is; after an act, also when that was. Whoever calls has locked the enrolment. */
    void keep(EnrolmentId id, Progress progress, @Nullable Instant activity) {
        if (write(
                        "update enrolment_progress set release = ?2, cells = ?3, done = ?4, total = ?5,"
                                + " last_activity_at = coalesce(cast(?6 as timestamp with time zone), last_activity_at)"
                                + " where enrolment = cast(?1 as uuid) and course = ?7",
                        id,
                        progress,
                        activity)
                == 0) {
            write(
                    "insert into enrolment_progress"
                            + " (enrolment, release, cells, done, total, last_activity_at, course)"
                            + " values (cast(?1 as uuid), ?2, ?3, ?4, ?5, cast(?6 as timestamp with time zone), ?7)",
                    id,
                    progress,
                    activity);
        }
    }

    private int write(String sql, EnrolmentId id, Progress progress, @Nullable Instant activity) {
        return entities.createNativeQuery(sql)
                .setParameter(1, id.toString())
                .setParameter(2, progress.release())
                .setParameter(3, progress.cells())
                .setParameter(4, progress.done())
                .setParameter(5, progress.total())
                .setParameter(6, activity == null ? null : activity.atOffset(ZoneOffset.UTC))
                .setParameter(7, progress.course())
                .executeUpdate();
    }

    /** Notes which quiz the enrolment fails again and again: two attempts or more, and none of them passed. */
    void noteFailing(EnrolmentId id) {
        entities.createNativeQuery("update enrolment_progress set failing = (select min(f.quiz) from"
                        + " (select a.quiz from attempt a where a.enrolment = cast(?1 as uuid)"
                        + " and a.submitted_at is not null group by a.quiz"
                        + " having count(*) > 1 and max(case when a.passed then 1 else 0 end) = 0) f)"
                        + " where enrolment = cast(?2 as uuid)")
                .setParameter(1, id.toString())
                .setParameter(2, id.toString())
                .executeUpdate();
    }

    boolean isKept(EnrolmentId id) {
        return !of(List.of(id.toString())).isEmpty();
    }

    /** What is stored of these enrolments, in one query. */
    Map<EnrolmentId, Kept> of(List<String> ids) {
        Map<EnrolmentId, Kept> kept = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return kept;
        }
        String places = String.join(",", Collections.nCopies(ids.size(), "cast(? as uuid)"));
        List<Object[]> rows = new Sql()
                .add(
                        "select cast(enrolment as varchar), course, release, cells, done, total, last_activity_at, failing"
                                + " from enrolment_progress where enrolment in (" + places + ")",
                        ids.toArray())
                .list(entities);
        for (Object[] row : rows) {
            kept.put(ProgressSources.id((String) row[0]), kept(row));
        }
        return kept;
    }

    private static Kept kept(@Nullable Object[] row) {
        return new Kept(
                new Progress(
                        String.valueOf(row[1]),
                        String.valueOf(row[2]),
                        String.valueOf(row[3]),
                        Integer.parseInt(String.valueOf(row[4])),
                        Integer.parseInt(String.valueOf(row[5]))),
                INSTANT.convertToEntityAttribute(row[6]),
                (String) row[7]);
    }

    /** Writes a row anew, whatever it says now. */
    void replace(EnrolmentId id, Kept kept) {
        entities.createNativeQuery("delete from enrolment_progress where enrolment = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .executeUpdate();
        write(
                "insert into enrolment_progress (enrolment, release, cells, done, total, last_activity_at, course)"
                        + " values (cast(?1 as uuid), ?2, ?3, ?4, ?5, cast(?6 as timestamp with time zone), ?7)",
                id,
                kept.progress(),
                kept.lastActivity());
        entities.createNativeQuery("update enrolment_progress set failing = ?2 where enrolment = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .setParameter(2, kept.failing())
                .executeUpdate();
    }

    /** Some enrolments whose row was written for another release than this one. */
    List<String> outdated(String course, String release, int most) {
        return ids(new Sql()
                .add(
                        "select cast(enrolment as varchar) from enrolment_progress"
                                + " where course = ? and (release < ? or release > ?) order by enrolment limit ?",
                        course,
                        release,
                        release,
                        most));
    }

    /** Some enrolments that have begun and have no row, such as those from before there were rows. */
    List<String> missing(int most) {
        return ids(new Sql()
                .add(
                        "select cast(e.id as varchar) from enrolment e where e.begun_at is not null and not exists"
                                + " (select 1 from enrolment_progress g where g.enrolment = e.id) order by e.id limit ?",
                        most));
    }

    /** The next enrolments that have begun, in the order of their ids. */
    List<String> begunAfter(String id, int most) {
        return ids(new Sql()
                .add(
                        "select cast(id as varchar) from enrolment where id > cast(? as uuid) and begun_at is not null"
                                + " order by id limit ?",
                        id,
                        most));
    }

    private List<String> ids(Sql sql) {
        List<?> rows = sql.list(entities);
        return rows.stream().map(String.class::cast).toList();
    }
}
