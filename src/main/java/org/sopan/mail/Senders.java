package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.ClaimedRows.DueRow;
import org.sopan.mail.MessageEvents.Event;
import org.sopan.mail.OutboxMessage.State;
import org.sopan.mail.Ready.Done;
import org.sopan.platform.Batches;
import org.sopan.platform.Randomness;
import org.sopan.spi.message.Outcome.Kind;

/** The short transactions of sending: claim, and say what became of it. None is open while a server is spoken to. */
@ApplicationScoped
public class Senders {
    private static final Logger LOG = Logger.getLogger(Senders.class.getName());
    private final ClaimedRows rows;
    private final MessageEvents events;
    private final AddressTroubles troubles;
    private final DomainRates rates;
    private final MailSwitch mailSwitch;
    private final Attachments attachments;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public Senders(
            EntityManager entities,
            Batches batches,
            AddressTroubles troubles,
            DomainRates rates,
            MailSwitch mailSwitch,
            Attachments attachments,
            Randomness randomness,
            Clock clock) {
        this.rows = new ClaimedRows(entities, batches);
        this.events = new MessageEvents(entities, batches, clock);
        this.troubles = troubles;
        this.rates = rates;
        this.mailSwitch = mailSwitch;
        this.attachments = attachments;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Whether there is anything to send, so that no server is called for nothing. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean isAnythingDue() {
        return !mailSwitch.isHeld() && rows.any(clock.instant(), rates.full());
    }

    /** Takes what is due for this node; empty while mail is held. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Claim claim(String node) {
        Instant now = clock.instant();
        Claim claim = new Claim(node + "/" + randomness.id(), now.plus(Claim.LENGTH), List.of());
        if (mailSwitch.isHeld()) {
            return claim;
        }
        letLapse(node, now);
        List<UUID> taken = take(node, now).stream().map(DueRow::id).toList();
        rows.claim(taken, claim.token(), claim.until());
        events.add(taken.stream()
                .map(id -> new Event(id, State.sending, node, claim.token(), null))
                .toList());
        return claim.of(taken, claim.until());
    }

    private void letLapse(String node, Instant now) {
        List<Marked> lapsed = rows.lapsed(now, Claim.MOST).stream()
                .map(row -> Marked.lapsed(row, now))
                .toList();
        rows.set(lapsed);
        events.add(lapsed.stream()
                .map(mark -> new Event(mark.id(), mark.state(), node, null, mark.error()))
                .toList());
    }

    /** Of what is due, what may go to its domain now; what its address refuses is ended on the way. */
    private List<DueRow> take(String node, Instant now) {
        List<DueRow> taken = new ArrayList<>();
        Set<String> full = new HashSet<>(rates.full());
        Set<UUID> seen = new HashSet<>();
        boolean more = true;
        while (more && taken.size() < Claim.MOST) {
            // the rows of the round before are still due here, since they are claimed only at the end
            List<DueRow> due = rows.due(now, full, Claim.MOST + seen.size()).stream()
                    .filter(row -> seen.add(row.id()))
                    .limit(Claim.MOST - taken.size())
                    .toList();
            List<DueRow> good = withoutTrouble(due, node, now);
            int before = full.size();
            for (DueRow row : good) {
                if (!full.contains(row.domain()) && rates.take(row.domain())) {
                    taken.add(row);
                } else {
                    full.add(row.domain());
                }
            }
            more = !due.isEmpty() && (full.size() > before || good.size() < due.size());
        }
        return taken;
    }

    private List<DueRow> withoutTrouble(List<DueRow> due, String node, Instant now) {
        Map<String, AddressTroubles.Trouble> known =
                troubles.among(due.stream().map(DueRow::address).distinct().toList());
        if (known.isEmpty()) {
            return due;
        }
        List<Marked> ended = due.stream()
                .flatMap(row ->
                        Stream.ofNullable(known.get(row.address())).map(trouble -> Marked.notTried(row, trouble, now)))
                .toList();
        rows.set(ended);
        events.add(ended.stream()
                .map(mark -> new Event(mark.id(), mark.state(), node, null, mark.error()))
                .toList());
        return due.stream().filter(row -> !known.containsKey(row.address())).toList();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Ready> read(Claim claim) {
        return rows.read(claim, attachments);
    }

    /** Holds on to these for longer; what is not among the answer belongs to the claim no more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Claim renew(Claim claim, Collection<UUID> ids) {
        Instant until = clock.instant().plus(Claim.LENGTH);
        return claim.of(rows.renew(claim, ids, until), until);
    }

    /**
     * Writes down what became of messages, each only if the claim still holds it.
     *
     * @return whether mail is held meanwhile
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean mark(Claim claim, String node, List<Done> all) {
        List<Done> done =
                all.stream().filter(each -> !each.is(Kind.SERVER_TROUBLE)).toList();
        List<Marked> marks =
                done.stream().map(each -> Marked.of(each, clock, randomness)).toList();
        Set<UUID> ours = rows.mark(claim, marks);
        events.add(marks.stream()
                .filter(mark -> ours.contains(mark.id()))
                .map(mark -> new Event(mark.id(), mark.state(), node, null, mark.error()))
                .toList());
        for (Done each : done) {
            if (each.is(Kind.ADDRESS_REFUSED)) {
                troubles.mark(each.ready().row().address(), each.outcome().reply());
            }
            if (!ours.contains(each.ready().row().id())) {
                LOG.log(Level.WARNING, "message {0}: {1}, but the claim was lost meanwhile", new Object[] {
                    each.ready().row().id(), each.outcome().kind()
                });
            }
        }
        MailSwitch.Glance glance = mailSwitch.glance();
        arrived(done, glance);
        troubled(claim, node, all);
        return glance.held();
    }

    private void arrived(List<Done> done, MailSwitch.Glance glance) {
        Set<String> addresses = new HashSet<>();
        done.stream()
                .filter(each -> each.is(Kind.DELIVERED))
                .forEach(each -> addresses.add(each.ready().row().address()));
        if (glance.anyAddressRefused()) {
            troubles.clear(addresses, "a message arrived at the address");
        }
        if (glance.troubled() && !addresses.isEmpty()) {
            mailSwitch.recovered();
        }
    }

    private void troubled(Claim claim, String node, List<Done> all) {
        all.stream().filter(Done::isTroubleOfTheServer).findFirst().ifPresent(each -> {
            mailSwitch.troubled(each.outcome().reply(), node, clock.instant());
            giveBack(
                    claim,
                    all.stream()
                            .filter(other -> other.is(Kind.SERVER_TROUBLE))
                            .map(Done::ready)
                            .toList(),
                    each.outcome().reply());
        });
    }

    /** These were not tried, and wait as before. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void giveBack(Claim claim, Collection<Ready> untried) {
        giveBack(claim, untried, null);
    }

    private void giveBack(Claim claim, Collection<Ready> untried, @Nullable String why) {
        Set<UUID> ours = rows.giveBack(
                claim, untried.stream().map(each -> each.row().id()).toList(), why);
        events.forget(ours, claim.token());
        untried.forEach(each -> rates.giveBack(each.row().domain()));
    }

    /** The server could not be reached; nothing was claimed for it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void serverAway(String why, String node) {
        mailSwitch.troubled(why, node, clock.instant());
    }
}
