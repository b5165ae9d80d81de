package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dry run: what would be sent now, and what keeps the rest. Nothing is claimed, and nothing leaves. */
@ApplicationScoped
public class ShowDue {
    private final EntityManager entities;
    private final AddressTroubles troubles;
    private final MailSwitch mailSwitch;
    private final DomainRates rates;
    private final Templates templates;
    private final Clock clock;

    @Inject
    public ShowDue(
            EntityManager entities,
            AddressTroubles troubles,
            MailSwitch mailSwitch,
            DomainRates rates,
            Templates templates,
            Clock clock) {
        this.entities = entities;
        this.troubles = troubles;
        this.mailSwitch = mailSwitch;
        this.rates = rates;
        this.templates = templates;
        this.clock = clock;
    }

    /** What a queued message waits for; {@code NOW} for nothing but its turn. */
    public enum Wait {
        NOW,
        HELD,
        RATE,
        ADDRESS,
        MOMENT,
        NEXT_TRY,
        ATTACHMENT;

        /** As it is said over HTTP. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * All that is queued.
     *
     * @param templates how many of each template would leave now
     * @param waits how many wait for what
     * @param first those that would leave first, then those that wait
     */
    public record Due(Map<String, Long> templates, Map<Wait, Long> waits, List<DueMessage> first) {}

    /** One message; without a subject if it cannot be written. */
    public record DueMessage(OutboxMessage message, Wait waitsFor, @Nullable String subject) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public Due show(int size) {
        Instant now = clock.instant();
        boolean held = mailSwitch.isHeld();
        Set<String> full = rates.full();
        Map<String, Long> counted = new TreeMap<>();
        Map<Wait, Long> waits = new EnumMap<>(Wait.class);
        for (Object row : entities.createNativeQuery(
                        "select template, domain, released, is_due, tried, troubled, count(*) from"
                                + " (select o.template, o.domain, o.released, o.due_at <= ?1 as is_due,"
                                + " o.attempts > 0 as tried, t.address is not null as troubled from outbox o"
                                + " left join address_trouble t on t.address = o.address where o.state = 'queued') q"
                                + " group by template, domain, released, is_due, tried, troubled")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList()) {
            Object[] group = (Object[]) row;
            Wait wait = wait(
                    held,
                    full.contains(String.valueOf(group[1])),
                    is(group[2]),
                    is(group[3]),
                    is(group[4]),
                    is(group[5]));
            long count = group[6] instanceof Number number ? number.longValue() : 0;
            waits.merge(wait, count, Long::sum);
            if (wait == Wait.NOW) {
                counted.merge(String.valueOf(group[0]), count, Long::sum);
            }
        }
        return new Due(counted, waits, first(now, size, held, full));
    }

    private List<DueMessage> first(Instant now, int size, boolean held, Set<String> full) {
        List<OutboxMessage> ready = queued("m.released = true and m.dueAt <= :now", now, size);
        List<OutboxMessage> later = queued("(m.released = false or m.dueAt > :now)", now, size - ready.size());
        List<OutboxMessage> all = Stream.concat(ready.stream(), later.stream()).toList();
        Map<String, AddressTroubles.Trouble> known = troubles.among(
                all.stream().map(OutboxMessage::address).distinct().toList());
        List<DueMessage> first = new ArrayList<>();
        for (OutboxMessage each : all) {
            Wait wait = wait(
                    held,
                    full.contains(each.domain()),
                    each.isReleased(),
                    !each.dueAt().isAfter(now),
                    each.attempts() > 0,
                    known.containsKey(each.address()));
            first.add(new DueMessage(each, wait, subject(each)));
        }
        return first;
    }

    private List<OutboxMessage> queued(String which, Instant now, int size) {
        return size <= 0
                ? List.of()
                : entities.createQuery(
                                "select m from OutboxMessage m where m.state = :queued and " + which
                                        + " order by m.lane, m.dueAt, m.id",
                                OutboxMessage.class)
                        .setParameter("queued", OutboxMessage.State.queued)
                        .setParameter("now", now)
                        .setMaxResults(size)
                        .getResultList();
    }

    private static Wait wait(
            boolean held, boolean full, boolean released, boolean due, boolean tried, boolean troubled) {
        if (!released) {
            return Wait.ATTACHMENT;
        }
        if (!due) {
            return tried ? Wait.NEXT_TRY : Wait.MOMENT;
        }
        if (held) {
            return Wait.HELD;
        }
        if (troubled) {
            return Wait.ADDRESS;
        }
        return full ? Wait.RATE : Wait.NOW;
    }

    private @Nullable String subject(OutboxMessage message) {
        try {
            return templates
                    .render(message.template(), message.language(), Ready.data(message.content()))
                    .subject();
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static boolean is(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }
}
