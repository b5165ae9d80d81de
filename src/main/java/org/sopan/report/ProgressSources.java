package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Step;
import org.sopan.completion.Steps;
import org.sopan.platform.InstantColumn;
import org.sopan.platform.Sql;
import org.sopan.shared.EnrolmentId;

/** Reckons from readings, attempts and steps what should be stored of enrolments: a fixed number of queries. */
@ApplicationScoped
public class ProgressSources {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;
    private final Steps steps;
    private final Outlines outlines;

    @Inject
    public ProgressSources(EntityManager entities, Steps steps, Outlines outlines) {
        this.entities = entities;
        this.steps = steps;
        this.outlines = outlines;
    }

    /** What should be stored of those of these enrolments whose course is live. */
    Map<EnrolmentId, Kept> of(List<String> ids) {
        return reckon(ids, "");
    }

    /** The same; whoever could change them waits until the transaction ends. */
    Map<EnrolmentId, Kept> locked(List<String> ids) {
        return reckon(ids, " for update");
    }

    private Map<EnrolmentId, Kept> reckon(List<String> ids, String lock) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> found = among(
                ids,
                "select cast(id as varchar), institute, course from enrolment where id in (",
                ") order by id" + lock);
        Map<String, Instant> activity = activity(ids);
        Map<String, String> failing = failing(ids);
        Map<EnrolmentId, List<Step>> taken =
                steps.of(ids.stream().map(ProgressSources::id).toList());
        Map<EnrolmentId, Kept> kept = new LinkedHashMap<>();
        for (Object[] row : found) {
            String id = (String) row[0];
            if (outlines.has((String) row[2])) {
                Progress progress = Progress.of(
                        outlines.live((String) row[2]), (String) row[1], taken.getOrDefault(id(id), List.of()));
                kept.put(id(id), new Kept(progress, activity.get(id), failing.get(id)));
            }
        }
        return kept;
    }

    private Map<String, Instant> activity(List<String> ids) {
        Map<String, Instant> latest = new HashMap<>();
        BiConsumer<String, @Nullable Object> later = (id, at) -> {
            Instant moment = INSTANT.convertToEntityAttribute(at);
            if (moment != null) {
                latest.merge(id, moment, (one, other) -> one.isAfter(other) ? one : other);
            }
        };
        among(
                        ids,
                        "select cast(enrolment as varchar), max(finished_at) from lesson_reading where enrolment in (",
                        ") group by enrolment")
                .forEach(row -> later.accept((String) row[0], row[1]));
        among(
                        ids,
                        "select cast(enrolment as varchar), max(submitted_at) from attempt where enrolment in (",
                        ") group by enrolment")
                .forEach(row -> later.accept((String) row[0], row[1]));
        return latest;
    }

    private Map<String, String> failing(List<String> ids) {
        Map<String, String> failing = new HashMap<>();
        among(
                        ids,
                        "select cast(f.enrolment as varchar), min(f.quiz) from (select enrolment, quiz from attempt"
                                + " where enrolment in (",
                        ") and submitted_at is not null group by enrolment, quiz having count(*) > 1"
                                + " and max(case when passed then 1 else 0 end) = 0) f group by f.enrolment")
                .forEach(row -> failing.put((String) row[0], (String) row[1]));
        return failing;
    }

    private List<Object[]> among(List<String> ids, String before, String after) {
        String places = String.join(",", java.util.Collections.nCopies(ids.size(), "cast(? as uuid)"));
        return new Sql().add(before + places + after, ids.toArray()).list(entities);
    }

    static EnrolmentId id(String text) {
        return new EnrolmentId(UUID.fromString(text));
    }
}
