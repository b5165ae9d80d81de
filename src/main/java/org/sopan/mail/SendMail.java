package org.sopan.mail;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sopan.mail.Ready.Done;
import org.sopan.platform.Durability;
import org.sopan.platform.Job;
import org.sopan.platform.Randomness;
import org.sopan.spi.message.MessageChannel.ServerTrouble;

/**
 * Sends what is due: claim, let carriers speak to the server, write down what happened. A carrier is given the next
 * message when the fate of its last one is on disk, so that a crash leaves no more messages in doubt than there are
 * carriers.
 */
@ApplicationScoped
public class SendMail implements Job {
    static final String NAME = "mail";
    private static final Logger LOG = Logger.getLogger(SendMail.class.getName());
    private final Senders senders;
    private final Channels channels;
    private final Templates templates;
    private final Durability durability;
    private final Randomness randomness;
    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;
    private volatile int troubles;
    private volatile boolean ending;

    @Inject
    public SendMail(
            Senders senders,
            Channels channels,
            Templates templates,
            Durability durability,
            Randomness randomness,
            Clock clock) {
        this.senders = senders;
        this.channels = channels;
        this.templates = templates;
        this.durability = durability;
        this.randomness = randomness;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        if (ending || clock.instant().isBefore(restsUntil) || !senders.isAnythingDue()) {
            return;
        }
        try (Carriers carriers = Carriers.open(channels::open, templates, channels.from(), channels.atOnce())) {
            boolean goOn = true;
            while (goOn) {
                Claim claim = senders.claim(channels.node());
                durability.await();
                goOn = !claim.isEmpty() && send(claim, carriers);
            }
        } catch (ServerTrouble e) {
            senders.serverAway(e.why(), channels.node());
            rest(e.why());
        }
    }

    /** Sends what was claimed; false if nothing more should be tried now. */
    private boolean send(Claim claimed, Carriers carriers) {
        Deque<Ready> waiting = new ArrayDeque<>(senders.read(claimed));
        Claim claim = claimed;
        int away = 0;
        boolean goOn = !ending;
        try {
            while (away > 0 || (goOn && !waiting.isEmpty())) {
                while (goOn && away < carriers.most() && !waiting.isEmpty()) {
                    if (!claim.holdsForOneMore(clock.instant())) {
                        claim = renewed(claim, waiting);
                    } else {
                        carriers.carry(waiting.remove());
                        away++;
                    }
                }
                List<Carriers.Returned> returned = away == 0 ? List.of() : carriers.collect();
                away -= returned.size();
                goOn = written(claim, returned, waiting) && goOn;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            goOn = false;
        } finally {
            if (!waiting.isEmpty()) {
                senders.giveBack(claim, waiting);
            }
        }
        return goOn;
    }

    /** What was lost to others while we were slow is theirs. */
    private Claim renewed(Claim claim, Deque<Ready> waiting) {
        Claim renewed = senders.renew(
                claim, waiting.stream().map(each -> each.row().id()).toList());
        waiting.removeIf(each -> !renewed.ids().contains(each.row().id()));
        durability.await();
        return renewed;
    }

    private boolean written(Claim claim, List<Carriers.Returned> returned, Deque<Ready> waiting)
            throws InterruptedException {
        List<Done> done = new ArrayList<>();
        for (Carriers.Returned each : returned) {
            Done known = each.done();
            if (known == null) {
                waiting.addFirst(each.ready());
            } else {
                done.add(known);
            }
        }
        if (done.isEmpty()) {
            return !ending;
        }
        boolean held = mark(claim, done);
        done.stream()
                .filter(Done::isTroubleOfTheServer)
                .findFirst()
                .ifPresentOrElse(each -> rest(each.outcome().reply()), () -> troubles = 0);
        return !held && !ending && done.stream().noneMatch(Done::isTroubleOfTheServer);
    }

    /** What went must be known to have gone: while the database is away, this is tried until the claim runs out. */
    private boolean mark(Claim claim, List<Done> done) throws InterruptedException {
        long wait = 100;
        while (true) {
            try {
                boolean held = senders.mark(claim, channels.node(), done);
                durability.await();
                return held;
            } catch (RuntimeException e) {
                if (!claim.until().isAfter(clock.instant())) {
                    throw e;
                }
                LOG.log(Level.WARNING, e, () -> done.size() + " messages could not be marked; tried again");
                Thread.sleep(wait);
                wait = Math.min(wait * 2, 5_000);
            }
        }
    }

    private void rest(String why) {
        troubles++;
        restsUntil = clock.instant().plus(BackOff.SERVER_AWAY.after(troubles, randomness));
        LOG.log(Level.WARNING, "no mail until {0}: {1}", new Object[] {restsUntil, why});
    }

    @PreDestroy
    void end() {
        ending = true;
    }
}
