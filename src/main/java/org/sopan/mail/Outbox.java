package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Randomness;
import org.sopan.platform.Settings;
import org.sopan.platform.Wakes;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** The messages that wait, go and went. Queueing happens in the transaction of the act and sends nothing. */
@ApplicationScoped
public class Outbox {
    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final Wakes wakes;
    private final String host;

    @Inject
    public Outbox(EntityManager entities, Clock clock, Randomness randomness, Wakes wakes, Settings settings) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.wakes = wakes;
        this.host = settings.url().getHost();
    }

    /** Queues a message unless one of the same {@code once} exists. */
    public void queue(Letter letter) {
        JsonObjectBuilder data = Json.createObjectBuilder();
        letter.data().forEach(data::add);
        UUID id = randomness.id();
        entities.createNativeQuery(
                        "insert into outbox (id, dedupe_key, template, address, language, content, attachment_key,"
                                + " released, state, attempts, due_at, message_id, created_at, person)"
                                + " values (cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'queued', 0, ?9, ?10, ?9,"
                                + " cast(?11 as uuid))"
                                + " on conflict do nothing")
                .setParameter(1, id.toString())
                .setParameter(2, letter.once())
                .setParameter(3, letter.template())
                .setParameter(4, letter.address())
                .setParameter(5, letter.language().name())
                .setParameter(6, data.build().toString())
                .setParameter(7, letter.attachmentKey())
                .setParameter(8, letter.attachmentKey() == null)
                .setParameter(9, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(10, "<" + id + "@" + host + ">")
                .setParameter(11, letter.to() == null ? null : letter.to().toString())
                .executeUpdate();
        if (letter.attachmentKey() == null) {
            wakes.afterCommit(SendMail.NAME);
        }
    }

    /** Lets the messages go that waited for this attachment. */
    public void release(String attachmentKey) {
        entities.createNativeQuery("update outbox set released = true where attachment_key = ?1")
                .setParameter(1, attachmentKey)
                .executeUpdate();
        wakes.afterCommit(SendMail.NAME);
    }

    /** Keeps messages of this template from leaving that still wait for this person. */
    public void suppress(PersonId person, String template) {
        entities.createNativeQuery("update outbox set state = 'suppressed'"
                        + " where person = cast(?1 as uuid) and template = ?2 and state = 'queued'")
                .setParameter(1, person.toString())
                .setParameter(2, template)
                .executeUpdate();
    }

    /** The messages that carry these attachments, in one query. */
    public List<OutboxMessage> carrying(Collection<String> attachmentKeys) {
        return attachmentKeys.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select m from OutboxMessage m where m.attachmentKey in :keys order by m.createdAt",
                                OutboxMessage.class)
                        .setParameter("keys", attachmentKeys)
                        .getResultList();
    }

    public Optional<OutboxMessage> find(UUID id) {
        return Optional.ofNullable(entities.find(OutboxMessage.class, id));
    }

    /** Messages in this state, or in any; the newest first. */
    public Page<OutboxMessage> list(OutboxMessage.@Nullable State state, int page, int size) {
        String where = state == null ? "" : " where m.state = :state";
        TypedQuery<OutboxMessage> items = entities.createQuery(
                "select m from OutboxMessage m" + where + " order by m.createdAt desc, m.id", OutboxMessage.class);
        TypedQuery<Long> count = entities.createQuery("select count(m) from OutboxMessage m" + where, Long.class);
        if (state != null) {
            items.setParameter("state", state);
            count.setParameter("state", state);
        }
        return new Page<>(
                items.setFirstResult(page * size).setMaxResults(size).getResultList(), count.getSingleResult());
    }

    /** Ids of messages that are due; locked, and passed over by other senders, until the transaction ends. */
    @SuppressWarnings("unchecked")
    List<Object> due(Instant now, int limit) {
        return entities.createNativeQuery(
                        "select cast(id as varchar) from outbox where released and due_at <= ?1 and (state = 'queued'"
                                + " or (state = 'sending' and claimed_until < ?1)) order by due_at limit " + limit
                                + " for update skip locked")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList();
    }
}
