package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;

/** Many open enrolments at once: locked with one statement and changed with a few, however many they are. */
@ApplicationScoped
public class OpenEnrolments {
    private static final int CHUNK = 500;
    private final EntityManager entities;

    @Inject
    public OpenEnrolments(EntityManager entities) {
        this.entities = entities;
    }

    /** An enrolment that is locked, with its last day. */
    record Held(EnrolmentId id, String institute, @Nullable LocalDate due) {
        EnrolmentChanges.Touched touched() {
            return new EnrolmentChanges.Touched(id, institute);
        }
    }

    /**
     * Those of a cohort, locked in one order.
     *
     * @param institutes whose; null means everybody's
     */
    public List<EnrolmentId> lockIds(CohortId cohort, @Nullable Collection<String> institutes) {
        return lock(cohort, institutes).stream().map(Held::id).toList();
    }

    List<Held> lock(CohortId cohort, @Nullable Collection<String> institutes) {
        List<String> named = institutes == null ? List.of() : List.copyOf(institutes);
        if (institutes != null && named.isEmpty()) {
            return List.of();
        }
        String where = "cohort = cast(?1 as uuid)"
                + (institutes == null ? "" : " and institute in (" + places(2, named.size(), "?") + ")");
        Query query = select(where, "");
        query.setParameter(1, cohort.toString());
        for (int i = 0; i < named.size(); i++) {
            query.setParameter(i + 2, named.get(i));
        }
        return read(query);
    }

    /** Some of those that were due before this day. */
    List<Held> lockOverdue(LocalDate day, int limit) {
        Query query = select("due < ?1", " limit " + limit);
        query.setParameter(1, day);
        return read(query);
    }

    private Query select(String where, String limit) {
        entities.flush();
        return entities.createNativeQuery("select cast(id as varchar), institute, due from enrolment where " + where
                + " and state in ('INVITED', 'ACTIVE') order by id" + limit + " for update");
    }

    private static List<Held> read(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> held((Object[]) row)).toList();
    }

    private static Held held(@Nullable Object[] row) {
        return new Held(
                new EnrolmentId(UUID.fromString(String.valueOf(row[0]))),
                Objects.requireNonNull((String) row[1]),
                row[2] instanceof Date date ? date.toLocalDate() : (LocalDate) row[2]);
    }

    void postpone(List<EnrolmentChanges.Touched> enrolments, LocalDate due) {
        update("due = ?1", enrolments, due);
    }

    void lapse(List<EnrolmentChanges.Touched> enrolments) {
        update("state = 'LAPSED', open_key = null", enrolments, null);
    }

    private void update(String change, List<EnrolmentChanges.Touched> enrolments, @Nullable LocalDate day) {
        for (int from = 0; from < enrolments.size(); from += CHUNK) {
            List<EnrolmentChanges.Touched> chunk = enrolments.subList(from, Math.min(enrolments.size(), from + CHUNK));
            Query update = entities.createNativeQuery("update enrolment set " + change
                    + ", version = version + 1 where id in (" + places(2, chunk.size(), "cast(? as uuid)") + ")");
            if (day != null) {
                update.setParameter(1, day);
            }
            for (int i = 0; i < chunk.size(); i++) {
                update.setParameter(i + 2, chunk.get(i).id().toString());
            }
            update.executeUpdate();
        }
    }

    private static String places(int first, int number, String form) {
        return IntStream.range(first, first + number)
                .mapToObj(place -> form.replace("?", "?" + place))
                .collect(Collectors.joining(","));
    }
}
