package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Caller;
import org.sopan.platform.Clocks;
import org.sopan.platform.Identified;
import org.sopan.platform.InstantColumn;
import org.sopan.shared.DomainException;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** Finds who did what to whom, the latest first: administrators everything, coordinators what is of their institutes. */
@ApplicationScoped
public class SearchAudit {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;
    private final People people;
    private final Caller caller;

    @Inject
    public SearchAudit(EntityManager entities, People people, Caller caller) {
        this.entities = entities;
        this.people = people;
        this.caller = caller;
    }

    /** What to look for; days are of Dhaka, both included. */
    public record Wanted(
            @Nullable String institute,
            @Nullable PersonId actor,
            @Nullable String subject,
            @Nullable String action,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** One entry. No actor means the system itself; the subject has a name where it is a person the caller may know. */
    public record Entry(
            long id,
            Instant at,
            @Nullable PersonId actor,
            @Nullable LocalizedText actorName,
            String action,
            String subject,
            @Nullable LocalizedText subjectName,
            @Nullable String institute,
            Map<String, String> details) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Entry> search(Wanted wanted, int page, int size) {
        List<String> institutes = institutes(wanted.institute());
        if (institutes.isEmpty() && !caller.isAdministrator()) {
            return new Page<>(List.of(), 0);
        }
        List<Object> values = new ArrayList<>();
        String where = " from audit_entry a where " + where(wanted, institutes, values);
        Object total = bound("select count(*)" + where, values).getSingleResult();
        List<?> rows = bound(
                        "select a.id, a.happened_at, cast(a.actor as varchar), a.action, a.subject, a.institute,"
                                + " a.details" + where + " order by "
                                + (institutes.size() == 1 ? "a.institute, a.id desc" : "a.id desc"),
                        values)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        return new Page<>(
                named(rows.stream().map(row -> entry((Object[]) row)).toList()), ((Number) total).longValue());
    }

    /** Those to be searched; none means all, which only an administrator may. */
    private List<String> institutes(@Nullable String asked) {
        if (asked != null) {
            if (!caller.looksAfter(asked)) {
                throw new DomainException.NotFound("unknown-organization");
            }
            return List.of(asked);
        }
        return caller.isAdministrator()
                ? List.of()
                : List.copyOf(caller.identified().map(Identified::coordinated).orElse(Set.of()));
    }

    private static String where(Wanted wanted, List<String> institutes, List<Object> values) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (!institutes.isEmpty()) {
            conditions.add(institutes.stream()
                    .map(institute -> place(values, institute))
                    .collect(Collectors.joining(", ", "a.institute in (", ")")));
        }
        PersonId actor = wanted.actor();
        if (actor != null) {
            conditions.add("a.actor = cast(" + place(values, actor.toString()) + " as uuid)");
        }
        if (wanted.subject() != null) {
            conditions.add("a.subject = " + place(values, wanted.subject()));
        }
        if (wanted.action() != null) {
            conditions.add("a.action = " + place(values, wanted.action()));
        }
        LocalDate from = wanted.from();
        if (from != null) {
            conditions.add("a.happened_at >= " + place(values, begin(from)));
        }
        LocalDate to = wanted.to();
        if (to != null) {
            conditions.add("a.happened_at < " + place(values, begin(to.plusDays(1))));
        }
        return String.join(" and ", conditions);
    }

    private static String place(List<Object> values, Object value) {
        values.add(value);
        return "?" + values.size();
    }

    private static Object begin(LocalDate day) {
        return day.atStartOfDay(Clocks.DHAKA).toInstant().atOffset(ZoneOffset.UTC);
    }

    private Query bound(String sql, List<Object> values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    private static Entry entry(@Nullable Object[] row) {
        Object actor = row[2];
        return new Entry(
                ((Number) Objects.requireNonNull(row[0])).longValue(),
                Objects.requireNonNull(INSTANT.convertToEntityAttribute(row[1])),
                actor == null ? null : new PersonId(UUID.fromString(actor.toString())),
                null,
                String.valueOf(row[3]),
                String.valueOf(row[4]),
                null,
                (String) row[5],
                details(String.valueOf(row[6])));
    }

    private static Map<String, String> details(String json) {
        Map<String, String> details = new TreeMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> details.put(name, ((JsonString) value).getString()));
        }
        return details;
    }

    /** Gives the entries of a page their names, all with one query. */
    private List<Entry> named(List<Entry> entries) {
        List<PersonId> ids = entries.stream()
                .flatMap(entry -> Stream.concat(Optional.ofNullable(entry.actor()).stream(), subject(entry).stream()))
                .distinct()
                .toList();
        Map<PersonId, Person> known =
                people.all(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return entries.stream().map(entry -> named(entry, known)).toList();
    }

    private Entry named(Entry entry, Map<PersonId, Person> known) {
        Person actor = entry.actor() == null ? null : known.get(entry.actor());
        Person subject = subject(entry).map(known::get).filter(this::mayBeKnown).orElse(null);
        return new Entry(
                entry.id(),
                entry.at(),
                entry.actor(),
                actor == null ? null : actor.name(),
                entry.action(),
                entry.subject(),
                subject == null ? null : subject.name(),
                entry.institute(),
                entry.details());
    }

    private boolean mayBeKnown(Person person) {
        String institute = person.organization();
        return caller.isAdministrator() || (institute != null && caller.looksAfter(institute));
    }

    private static Optional<PersonId> subject(Entry entry) {
        try {
            return Optional.of(new PersonId(UUID.fromString(entry.subject())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
