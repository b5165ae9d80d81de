package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.InstantColumn;
import org.sopan.shared.EnrolmentId;

/**
 * All steps taken, one row each, written in the transaction of the act. Progress, conditions and the matrix are read
 * from here, whatever the number of readings and attempts behind them.
 */
@ApplicationScoped
public class Steps {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;

    @Inject
    public Steps(EntityManager entities) {
        this.entities = entities;
    }

    /** A lesson finished, or a quiz result: the best percent is kept, and the first moment it was done. */
    void record(
            EnrolmentId enrolment, Step.Kind kind, String step, @Nullable Integer percent, @Nullable Instant doneAt) {
        entities.createNativeQuery("insert into step (enrolment, kind, step, percent, done_at)"
                        + " values (cast(?1 as uuid), ?2, ?3, null, null) on conflict do nothing")
                .setParameter(1, enrolment.toString())
                .setParameter(2, kind.name())
                .setParameter(3, step)
                .executeUpdate();
        entities.createNativeQuery("update step set percent = greatest(percent, cast(?4 as integer)),"
                        + " done_at = coalesce(done_at, cast(?5 as timestamp with time zone))"
                        + " where enrolment = cast(?1 as uuid) and kind = ?2 and step = ?3")
                .setParameter(1, enrolment.toString())
                .setParameter(2, kind.name())
                .setParameter(3, step)
                .setParameter(4, percent)
                .setParameter(5, doneAt == null ? null : doneAt.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    public List<Step> of(EnrolmentId enrolment) {
        return read("enrolment = cast(?1 as uuid)", List.of(enrolment.toString()));
    }

    /** The steps of all these enrolments in one query. */
    public Map<EnrolmentId, List<Step>> of(Collection<EnrolmentId> enrolments) {
        if (enrolments.isEmpty()) {
            return Map.of();
        }
        List<String> ids = enrolments.stream().map(EnrolmentId::toString).toList();
        String places = java.util.stream.IntStream.rangeClosed(1, ids.size())
                .mapToObj(place -> "cast(?" + place + " as uuid)")
                .collect(Collectors.joining(","));
        Map<EnrolmentId, List<Step>> byEnrolment = new HashMap<>();
        byEnrolment.putAll(
                read("enrolment in (" + places + ")", ids).stream().collect(Collectors.groupingBy(Step::enrolment)));
        return byEnrolment;
    }

    private List<Step> read(String where, List<String> parameters) {
        var query = entities.createNativeQuery(
                "select cast(enrolment as varchar), kind, step, percent, done_at from step where " + where);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> step((Object[]) row)).toList();
    }

    private static Step step(@Nullable Object[] row) {
        return new Step(
                new EnrolmentId(UUID.fromString(String.valueOf(row[0]))),
                Step.Kind.valueOf(String.valueOf(row[1])),
                String.valueOf(row[2]),
                row[3] == null ? null : ((Number) row[3]).intValue(),
                INSTANT.convertToEntityAttribute(row[4]));
    }
}
