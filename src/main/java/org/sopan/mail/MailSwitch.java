package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.InstantColumn;
import org.sopan.shared.PersonId;

/** What holds for all mail on all nodes: whether it is held, and whether the server is in trouble. */
@ApplicationScoped
public class MailSwitch {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;

    @Inject
    public MailSwitch(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * How it stands.
     *
     * @param trouble what the mail server said, or why it was not reached; null while mail leaves
     */
    public record Position(
            boolean held,
            @Nullable String note,
            @Nullable PersonId changedBy,
            @Nullable Instant changedAt,
            @Nullable String trouble,
            @Nullable String troubleNode,
            @Nullable Instant troubleSince) {
        static final Position OPEN = new Position(false, null, null, null, null, null, null);
    }

    public Position position() {
        List<?> rows = entities.createNativeQuery("select held, note, cast(changed_by as varchar), changed_at, trouble,"
                        + " trouble_node, trouble_since from mail_switch where id = 1")
                .getResultList();
        return rows.isEmpty() ? Position.OPEN : position((Object[]) rows.get(0));
    }

    boolean isHeld() {
        return !entities.createNativeQuery("select id from mail_switch where id = 1 and held")
                .getResultList()
                .isEmpty();
    }

    /** What a sender asks after each message, in one query. */
    record Glance(boolean held, boolean troubled, boolean anyAddressRefused) {}

    Glance glance() {
        Object[] row =
                (Object[]) entities.createNativeQuery("select exists (select 1 from mail_switch where id = 1 and held),"
                                + " exists (select 1 from mail_switch where id = 1 and trouble is not null),"
                                + " exists (select 1 from address_trouble)")
                        .getSingleResult();
        return new Glance(Boolean.TRUE.equals(row[0]), Boolean.TRUE.equals(row[1]), Boolean.TRUE.equals(row[2]));
    }

    void turn(boolean held, @Nullable String note, PersonId by, Instant now) {
        change("held = ?1, note = ?2, changed_by = cast(?3 as uuid), changed_at = ?4")
                .setParameter(1, held)
                .setParameter(2, note)
                .setParameter(3, by.toString())
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Remembers what the server said; since when, from the first time. */
    void troubled(String why, String node, Instant now) {
        change("trouble = ?1, trouble_node = ?2, trouble_since = coalesce(trouble_since, ?3)")
                .setParameter(1, why)
                .setParameter(2, node)
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Mail leaves again. */
    void recovered() {
        entities.createNativeQuery("update mail_switch set trouble = null, trouble_node = null, trouble_since = null"
                        + " where id = 1 and trouble is not null")
                .executeUpdate();
    }

    private Query change(String what) {
        entities.createNativeQuery("insert into mail_switch (id, held) values (1, false) on conflict do nothing")
                .executeUpdate();
        return entities.createNativeQuery("update mail_switch set " + what + " where id = 1");
    }

    private static Position position(@Nullable Object[] row) {
        return new Position(
                Boolean.TRUE.equals(row[0]),
                (String) row[1],
                row[2] == null ? null : new PersonId(UUID.fromString(String.valueOf(row[2]))),
                INSTANT.convertToEntityAttribute(row[3]),
                (String) row[4],
                (String) row[5],
                INSTANT.convertToEntityAttribute(row[6]));
    }
}
