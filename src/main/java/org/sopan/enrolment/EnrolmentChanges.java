package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;
import org.sopan.platform.InstantColumn;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/** What happened to enrolments beside learning, with who did it and why: appended, never changed. */
@ApplicationScoped
public class EnrolmentChanges {
    private static final int CHUNK = 500;
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;
    private final Event<EnrolmentChanged> changed;
    private final Clock clock;

    @Inject
    public EnrolmentChanges(EntityManager entities, Event<EnrolmentChanged> changed, Clock clock) {
        this.entities = entities;
        this.changed = changed;
        this.clock = clock;
    }

    /** What can happen. */
    public enum What {
        NOMINATED,
        REPLACED,
        WITHDRAWN,
        REINSTATED,
        MOVED,
        TRANSFERRED,
        DUE_MOVED,
        LAPSED,
        /** Made way for another enrolment of the same person when two records became one. */
        MERGED,
        /** Stands again as it did before that. */
        PARTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One thing that happened; nobody did what the calendar did. */
    public record Change(
            String what, @Nullable String reason, Map<String, String> details, @Nullable PersonId by, Instant at) {}

    /** One enrolment among many: which, and whose institute's it was until now. */
    record Touched(EnrolmentId id, String institute) {}

    /** Writes down what has just been done to this enrolment, and tells those who listen. */
    public void record(
            Enrolment enrolment,
            What what,
            @Nullable PersonId by,
            @Nullable String reason,
            Map<String, String> details) {
        record(new Touched(enrolment.id(), enrolment.institute()), what, by, reason, details);
    }

    /** The same of one that may have come from another institute. */
    void record(
            Touched enrolment, What what, @Nullable PersonId by, @Nullable String reason, Map<String, String> details) {
        entities.flush();
        recordAll(List.of(enrolment), what, by, reason, details);
    }

    /** The same for many that were changed alike, a statement for each few hundred. */
    void recordAll(
            List<Touched> enrolments,
            What what,
            @Nullable PersonId by,
            @Nullable String reason,
            Map<String, String> details) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(details).forEach(json::add);
        String text = json.build().toString();
        for (int from = 0; from < enrolments.size(); from += CHUNK) {
            append(enrolments.subList(from, Math.min(enrolments.size(), from + CHUNK)), what, by, reason, text);
        }
        enrolments.forEach(each -> changed.fire(new EnrolmentChanged(each.id(), each.institute())));
    }

    private void append(
            List<Touched> enrolments, What what, @Nullable PersonId by, @Nullable String reason, String details) {
        Query insert = entities.createNativeQuery(
                        "insert into enrolment_change (enrolment, what, reason, details, made_by, made_at)"
                                + " select e.id, cast(?1 as varchar), cast(?2 as varchar), cast(?3 as varchar),"
                                + " cast(?4 as uuid), cast(?5 as timestamp with time zone)"
                                + " from enrolment e where e.id in (" + places(6, enrolments.size())
                                + ")")
                .setParameter(1, what.word())
                .setParameter(2, reason)
                .setParameter(3, details)
                .setParameter(4, by == null ? null : by.toString())
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC));
        int place = 6;
        for (Touched each : enrolments) {
            insert.setParameter(place++, each.id().toString());
        }
        insert.executeUpdate();
    }

    /** Forgets what happened to enrolments that are about to be removed; the audit trail does not. */
    void forget(List<EnrolmentId> enrolments) {
        for (List<EnrolmentId> chunk : Batches.chunks(enrolments, CHUNK)) {
            Query delete = entities.createNativeQuery(
                    "delete from enrolment_change where enrolment in (" + places(1, chunk.size()) + ")");
            int place = 1;
            for (EnrolmentId each : chunk) {
                delete.setParameter(place++, each.toString());
            }
            delete.executeUpdate();
        }
    }

    private static String places(int first, int number) {
        return IntStream.range(first, first + number)
                .mapToObj(place -> "cast(?" + place + " as uuid)")
                .collect(Collectors.joining(","));
    }

    /** All that happened to this enrolment, the earliest first. */
    List<Change> of(EnrolmentId enrolment) {
        List<?> rows = entities.createNativeQuery(
                        "select what, reason, details, cast(made_by as varchar), made_at from enrolment_change"
                                + " where enrolment = cast(?1 as uuid) order by id")
                .setParameter(1, enrolment.toString())
                .getResultList();
        return rows.stream().map(row -> change((Object[]) row)).toList();
    }

    private static Change change(@Nullable Object[] row) {
        Object by = row[3];
        return new Change(
                String.valueOf(row[0]),
                (String) row[1],
                details(String.valueOf(row[2])),
                by == null ? null : new PersonId(UUID.fromString(by.toString())),
                Objects.requireNonNull(INSTANT.convertToEntityAttribute(row[4])));
    }

    private static Map<String, String> details(String json) {
        Map<String, String> details = new TreeMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> details.put(name, ((JsonString) value).getString()));
        }
        return details;
    }
}
