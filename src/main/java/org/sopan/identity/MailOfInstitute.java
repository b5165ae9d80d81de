package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.OutboxMessage;
import org.sopan.organization.Organizations;
import org.sopan.platform.Caller;
import org.sopan.platform.InstantColumn;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;

/**
 * What became of the mail to an institute's people: which went, which waits, which failed and why; never what it says.
 * Nor to what address someone wishes to change: whether that mail went would tell whether Sopan knows the address already.
 */
@ApplicationScoped
public class MailOfInstitute {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;
    private final Organizations organizations;
    private final Caller caller;

    @Inject
    public MailOfInstitute(EntityManager entities, Organizations organizations, Caller caller) {
        this.entities = entities;
        this.organizations = organizations;
        this.caller = caller;
    }

    /**
     * One message; {@code at} is when it went, else when it is due or was queued.
     *
     * @param refusedSince since when its address takes no mail, if that is so
     */
    public record Message(
            String id,
            String person,
            @Nullable LocalizedText name,
            String address,
            String template,
            String state,
            Instant at,
            int attempts,
            @Nullable String error,
            @Nullable Instant refusedSince) {}

    /**
     * The newest first.
     *
     * @param state only those in this state, or null
     * @param search a part of a name or an e-mail
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Message> list(
            String institute, OutboxMessage.@Nullable State state, @Nullable String search, int page, int size) {
        if (!caller.looksAfter(institute)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        organizations.institute(institute);
        List<String> values = new ArrayList<>(List.of(institute));
        String where = " from outbox o join person p on p.id = o.person where p.organization = ?1"
                + " and o.template <> 'email-change-new'";
        if (state != null) {
            values.add(state.name());
            where += " and o.state = ?" + values.size();
        }
        if (search != null && !search.isBlank()) {
            values.add("%" + escaped(CleanText.line(search).toLowerCase(Locale.ROOT)) + "%");
            String place = "?" + values.size() + " escape '!'";
            where += " and (lower(p.email) like " + place + " or lower(p.name_en) like " + place
                    + " or lower(p.name_bn) like " + place + ")";
        }
        Object total = bound("select count(*)" + where, values).getSingleResult();
        List<?> rows = bound(
                        "select cast(o.id as varchar), cast(p.id as varchar), p.name_en, p.name_bn, o.address,"
                                + " o.template, o.state, coalesce(o.sent_at, o.created_at), o.attempts, o.last_error,"
                                + " (select t.since from address_trouble t where t.address = o.address)"
                                + where + " order by o.created_at desc, o.id",
                        values)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        return new Page<>(rows.stream().map(row -> message((Object[]) row)).toList(), ((Number) total).longValue());
    }

    private static String escaped(String part) {
        return part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private Query bound(String sql, List<String> values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    private static Message message(@Nullable Object[] row) {
        String en = (String) row[2];
        String bn = (String) row[3];
        return new Message(
                String.valueOf(row[0]),
                String.valueOf(row[1]),
                en == null && bn == null ? null : new LocalizedText(en, bn),
                String.valueOf(row[4]),
                String.valueOf(row[5]),
                String.valueOf(row[6]),
                java.util.Objects.requireNonNull(INSTANT.convertToEntityAttribute(row[7])),
                ((Number) java.util.Objects.requireNonNull(row[8])).intValue(),
                (String) row[9],
                INSTANT.convertToEntityAttribute(row[10]));
    }
}
