package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.OutboxMessage.State;
import org.sopan.platform.InstantColumn;
import org.sopan.shared.DomainException;

/** How mail stands as a whole, and all about one message. */
@ApplicationScoped
public class ShowOutbox {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;
    private final Outbox outbox;
    private final AddressTroubles troubles;
    private final MailSwitch mailSwitch;
    private final Channels channels;

    @Inject
    public ShowOutbox(
            EntityManager entities, Outbox outbox, AddressTroubles troubles, MailSwitch mailSwitch, Channels channels) {
        this.entities = entities;
        this.outbox = outbox;
        this.troubles = troubles;
        this.mailSwitch = mailSwitch;
        this.channels = channels;
    }

    /**
     * Mail as a whole.
     *
     * @param oldest since when the longest waiting message could have left
     * @param addresses how many addresses refuse mail
     */
    public record Status(
            MailSwitch.Position position,
            String channel,
            Map<State, Long> messages,
            @Nullable Instant oldest,
            long addresses) {}

    /** One message, what happened to it, and whether its address refuses mail. */
    public record Whole(OutboxMessage message, List<Happened> history, Optional<AddressTroubles.Trouble> trouble) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public Status status() {
        Map<State, Long> messages = new EnumMap<>(State.class);
        for (State state : State.values()) {
            messages.put(state, 0L);
        }
        for (Object row : entities.createNativeQuery("select state, count(*) from outbox group by state")
                .getResultList()) {
            Object[] pair = (Object[]) row;
            messages.put(State.valueOf(String.valueOf(pair[0])), pair[1] instanceof Number n ? n.longValue() : 0L);
        }
        Object oldest = entities.createNativeQuery("select min(due_at) from outbox where state = 'queued' and released")
                .getSingleResult();
        return new Status(
                mailSwitch.position(),
                channels.chosen().id(),
                messages,
                INSTANT.convertToEntityAttribute(oldest),
                troubles.list(0, 1).total());
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Whole one(UUID id) {
        OutboxMessage message = outbox.find(id).orElseThrow(() -> new DomainException.NotFound("unknown-mail"));
        return new Whole(message, outbox.historyOf(id), troubles.of(message.address()));
    }
}
