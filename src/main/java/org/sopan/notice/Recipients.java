package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Enrolment;
import org.sopan.platform.Batches;
import org.sopan.platform.Clocks;
import org.sopan.platform.InstantColumn;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;

/**
 * People with all that decides whether they are reminded: three queries, whatever their number, and two more where records
 * were joined. Of a joined record its owner is the person, whose enrolments are those of all her records.
 */
@ApplicationScoped
public class Recipients {
    private static final InstantColumn INSTANT = new InstantColumn();
    private static final String OPEN = " in ('INVITED', 'ACTIVE')";
    private static final int RECORD = 23;
    private final EntityManager entities;

    @Inject
    public Recipients(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Which people.
     *
     * @param where a condition on the enrolment {@code e}
     * @param joined finds further records of these people, which the condition does not
     * @param states which enrolments of those count
     */
    record Scope(String where, String joined, String states, List<String> parameters) {
        private static final String ALIAS = "select cast(b.id as varchar) from person b ";

        /** Those of an institute who have something open. */
        static Scope of(String institute) {
            String own = "o.institute = ?1 and o.state" + OPEN;
            return new Scope(
                    "e.state" + OPEN + " and e.person in (select o.person from enrolment o where " + own + ")",
                    family(own),
                    "e.state" + OPEN + " and ",
                    List.of(institute));
        }

        /** Those of an institute in a cohort, also those who are done with it. */
        static Scope of(String institute, CohortId cohort) {
            String own = "o.institute = ?1 and o.cohort = cast(?2 as uuid)";
            return new Scope(
                    "e.person in (select o.person from enrolment o where " + own + ")",
                    family(own),
                    "",
                    List.of(institute, cohort.toString()));
        }

        /** Those who have something open, from after the first to the last. */
        static Scope between(UUID after, UUID last) {
            return new Scope(
                    "e.state" + OPEN
                            + " and e.person > cast(?1 as uuid) and e.person <= cast(?2 as uuid) and not exists"
                            + " (select 1 from person m where m.id = e.person and m.merged_into is not null)",
                    ALIAS + "where b.merged_into > cast(?1 as uuid) and b.merged_into <= cast(?2 as uuid)",
                    "e.state" + OPEN + " and ",
                    List.of(after.toString(), last.toString()));
        }

        /** Owners of such enrolments' records, and the other records of theirs. */
        private static String family(String enrolled) {
            return "select cast(a.merged_into as varchar) from enrolment o join person a on a.id = o.person where "
                    + enrolled + " and a.merged_into is not null union "
                    + ALIAS + "join enrolment o on o.person = b.merged_into where " + enrolled + " union "
                    + ALIAS
                    + "join person a on a.merged_into = b.merged_into join enrolment o on o.person = a.id where "
                    + enrolled;
        }

        private Scope over(List<String> records) {
            String places = IntStream.rangeClosed(1, records.size())
                    .mapToObj(place -> "cast(?" + place + " as uuid)")
                    .collect(Collectors.joining(", "));
            return new Scope(states + "e.person in (" + places + ")", "", "", records);
        }
    }

    /** The next people after this one who have something open, also under a joined record; in the order of their ids. */
    List<UUID> next(UUID after, int most) {
        List<?> ids = entities.createNativeQuery("select cast(o.person as varchar) from ((select distinct e.person"
                        + " from enrolment e where e.person > cast(?1 as uuid) and e.state" + OPEN
                        + " order by e.person limit " + most + ") union (select distinct q.merged_into as person"
                        + " from person q join enrolment e on e.person = q.id where q.merged_into > cast(?1 as uuid)"
                        + " and e.state" + OPEN + " order by q.merged_into limit " + most
                        + ")) o order by o.person limit " + most)
                .setParameter(1, after.toString())
                .getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    List<Recipient> read(Scope scope) {
        Map<EnrolmentId, List<Situation.Told>> told = told(scope);
        List<@Nullable Object[]> rows = new ArrayList<>(rows(scope));
        Set<Object> there = new HashSet<>();
        rows.forEach(row -> there.add(String.valueOf(row[RECORD])));
        List<?> joined = bound(scope.joined(), scope).getResultList();
        for (List<String> records : Batches.chunks(
                joined.stream()
                        .map(String::valueOf)
                        .filter(id -> !there.contains(id))
                        .toList(),
                Batches.LISTED)) {
            told.putAll(told(scope.over(records)));
            rows.addAll(rows(scope.over(records)));
        }
        Map<String, List<@Nullable Object[]>> byPerson = new LinkedHashMap<>();
        for (@Nullable Object[] row : rows) {
            byPerson.computeIfAbsent(String.valueOf(row[0]), id -> new ArrayList<>())
                    .add(row);
        }
        return byPerson.values().stream().map(own -> recipient(own, told)).toList();
    }

    private List<@Nullable Object[]> rows(Scope scope) {
        List<?> rows = bound(
                        "select cast(p.id as varchar), p.email, p.language, p.name_en, p.name_bn, p.sort_en, p.sort_bn,"
                                + " p.active, p.password_hash is not null, coalesce(c.reminders, true),"
                                + " cast((select max(n.sent_on) from notice n where n.person in (p.id, q.id)"
                                + " and n.kind in ('REMINDER', 'NUDGE')) as varchar),"
                                + " cast(e.id as varchar), e.course, e.institute, cast(e.cohort as varchar), e.state,"
                                + " e.enrolled_at, cast(k.starts as varchar), cast(e.due as varchar), e.begun_at,"
                                + " (select max(r.finished_at) from lesson_reading r where r.enrolment = e.id),"
                                + " (select max(coalesce(a.submitted_at, a.started_at)) from attempt a"
                                + " where a.enrolment = e.id),"
                                + " (select max(w.saved_at) from answer w join attempt a on a.id = w.attempt"
                                + " where a.enrolment = e.id and a.submitted_at is null), cast(q.id as varchar)"
                                + " from enrolment e join person q on q.id = e.person"
                                + " join person p on p.id = coalesce(q.merged_into, q.id)"
                                + " left join cohort k on k.id = e.cohort left join notice_choice c on c.person = p.id"
                                + " where " + scope.where() + " order by p.id, e.enrolled_at, e.id",
                        scope)
                .getResultList();
        return rows.stream().<@Nullable Object[]>map(row -> (Object[]) row).toList();
    }

    private Map<EnrolmentId, List<Situation.Told>> told(Scope scope) {
        List<?> rows = bound(
                        "select cast(l.enrolment as varchar), l.rule, cast(l.sent_on as varchar),"
                                + " cast(l.about as varchar), l.threshold from notice_line l"
                                + " join enrolment e on e.id = l.enrolment where " + scope.where(),
                        scope)
                .getResultList();
        Map<EnrolmentId, List<Situation.Told>> told = new HashMap<>();
        for (Object each : rows) {
            @Nullable Object[] row = (Object[]) each;
            told.computeIfAbsent(new EnrolmentId(UUID.fromString(String.valueOf(row[0]))), id -> new ArrayList<>())
                    .add(new Situation.Told(
                            Rule.valueOf(String.valueOf(row[1])),
                            LocalDate.parse(String.valueOf(row[2])),
                            date(row[3]),
                            ((Number) Objects.requireNonNull(row[4])).intValue()));
        }
        return told;
    }

    private Query bound(String sql, Scope scope) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < scope.parameters().size(); i++) {
            query.setParameter(i + 1, scope.parameters().get(i));
        }
        return query;
    }

    private static Recipient recipient(List<@Nullable Object[]> rows, Map<EnrolmentId, List<Situation.Told>> told) {
        @Nullable Object[] row = rows.get(0);
        return new Recipient(
                Addressees.addressee(row),
                Boolean.TRUE.equals(row[7]),
                Boolean.TRUE.equals(row[8]),
                Boolean.TRUE.equals(row[9]),
                rows.stream()
                        .map(own -> date(own[10]))
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo)
                        .orElse(null),
                rows.stream().map(own -> situation(own, told)).toList());
    }

    private static Situation situation(@Nullable Object[] row, Map<EnrolmentId, List<Situation.Told>> told) {
        EnrolmentId id = new EnrolmentId(UUID.fromString(String.valueOf(row[11])));
        LocalDate enrolled = day(Objects.requireNonNull(INSTANT.convertToEntityAttribute(row[16])));
        LocalDate starts = date(row[17]);
        return new Situation(
                id,
                String.valueOf(row[12]),
                String.valueOf(row[13]),
                row[14] == null ? null : new CohortId(UUID.fromString(String.valueOf(row[14]))),
                Enrolment.State.valueOf(String.valueOf(row[15])),
                enrolled,
                starts == null || starts.isBefore(enrolled) ? enrolled : starts,
                date(row[18]),
                Stream.of(row[19], row[20], row[21], row[22])
                        .map(INSTANT::convertToEntityAttribute)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .map(Recipients::day)
                        .orElse(null),
                told.getOrDefault(id, List.of()));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Clocks.DHAKA);
    }

    private static @Nullable LocalDate date(@Nullable Object column) {
        return column == null ? null : LocalDate.parse((String) column);
    }
}
