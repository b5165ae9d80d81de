package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.organization.Organizations;
import org.sopan.platform.Batches;
import org.sopan.platform.Caller;
import org.sopan.platform.InstantColumn;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** The reminders and nudges that went to an institute's people, the newest first. */
@ApplicationScoped
public class PostedNotices {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;
    private final Batches batches;
    private final Organizations organizations;
    private final Caller caller;

    @Inject
    public PostedNotices(EntityManager entities, Batches batches, Organizations organizations, Caller caller) {
        this.entities = entities;
        this.batches = batches;
        this.organizations = organizations;
        this.caller = caller;
    }

    /**
     * One of them.
     *
     * @param kind {@code reminder} or {@code nudge}
     * @param author who nudged, or null
     * @param mail where its mail stands in the outbox
     */
    public record Posted(
            UUID id,
            String kind,
            Instant at,
            PersonId person,
            LocalizedText name,
            @Nullable String subject,
            @Nullable PersonId author,
            @Nullable LocalizedText authorsName,
            @Nullable String mail,
            List<Line> lines) {}

    /** What a reminder was about. */
    public record Line(EnrolmentId enrolment, String course, Rule rule) {}

    @Transactional
    public Page<Posted> list(String institute, @Nullable PersonId person, int page, int size) {
        if (!caller.looksAfter(institute)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        organizations.institute(institute);
        String where = "n.id in (select l.notice from notice_line l where l.institute = ?1 union all"
                + " select m.id from notice m where m.institute = ?1 and m.kind = 'NUDGE')"
                + (person == null ? "" : " and n.person = cast(?2 as uuid)");
        Query count = entities.createNativeQuery("select count(*) from notice n where " + where);
        Query items = entities.createNativeQuery(
                        "select cast(n.id as varchar), n.kind, n.made_at, cast(n.person as varchar), p.email, p.name_en,"
                                + " p.name_bn, n.subject, cast(n.author as varchar), a.email, a.name_en, a.name_bn,"
                                + " o.state from notice n join person p on p.id = n.person"
                                + " left join person a on a.id = n.author"
                                + " left join outbox o on o.dedupe_key = n.once_key where " + where
                                + " order by n.made_at desc, n.id")
                .setFirstResult(page * size)
                .setMaxResults(size);
        List<?> rows = bound(items, institute, person).getResultList();
        Map<String, List<Line>> lines =
                lines(rows.stream().map(row -> (String) ((Object[]) row)[0]).toList(), institute);
        long total = ((Number) bound(count, institute, person).getSingleResult()).longValue();
        return new Page<>(
                rows.stream().map(row -> posted((Object[]) row, lines)).toList(), total);
    }

    private static Query bound(Query query, String institute, @Nullable PersonId person) {
        query.setParameter(1, institute);
        return person == null ? query : query.setParameter(2, person.toString());
    }

    private Map<String, List<Line>> lines(List<String> notices, String institute) {
        List<Object> rows = batches.read(
                notices,
                "select cast(l.notice as varchar), cast(l.enrolment as varchar), e.course, l.rule, l.institute"
                        + " from notice_line l join enrolment e on e.id = l.enrolment"
                        + " where l.notice in (uuid ?) order by e.course, l.rule");
        Map<String, List<Line>> lines = new HashMap<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            if (institute.equals(row[4])) {
                lines.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                        .add(new Line(
                                new EnrolmentId(UUID.fromString((String) row[1])),
                                (String) row[2],
                                Rule.valueOf((String) row[3])));
            }
        }
        return lines;
    }

    private static Posted posted(@Nullable Object[] row, Map<String, List<Line>> lines) {
        String id = String.valueOf(row[0]);
        String author = (String) row[8];
        return new Posted(
                UUID.fromString(id),
                String.valueOf(row[1]).toLowerCase(java.util.Locale.ROOT),
                Objects.requireNonNull(INSTANT.convertToEntityAttribute(row[2])),
                new PersonId(UUID.fromString(String.valueOf(row[3]))),
                name(row, 4),
                (String) row[7],
                author == null ? null : new PersonId(UUID.fromString(author)),
                author == null ? null : name(row, 9),
                (String) row[12],
                lines.getOrDefault(id, List.of()));
    }

    private static LocalizedText name(@Nullable Object[] row, int at) {
        String en = (String) row[at + 1];
        String bn = (String) row[at + 2];
        return en == null && bn == null ? new LocalizedText(String.valueOf(row[at]), null) : new LocalizedText(en, bn);
    }
}
