package org.sopan.mail;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sopan.mail.Ready.Done;
import org.sopan.platform.Durability;
import org.sopan.platform.Job;
import org.sopan.platform.Randomness;
import org.sopan.spi.message.MessageChannel.ServerTrouble;

/**
 * Sends what is due: claim, let carriers speak to the server, write down what happened. While the fate of a carrier's
 * last message is brought to disk it is sending one more, and no other: a crash leaves at most two messages for each line
 * in doubt.
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

    void triedByHand(@Observes MailTriedByHand event) {
        restsUntil = Instant.MIN;
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
        try (Carriers carriers = Carriers.open(channels::open, templates, channels.from(), channels.atOnce(), clock)) {
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
    private boolean send(Claim claim, Carriers carriers) {
        Round round = new Round(claim, senders.read(claim));
        boolean goOn = !ending;
        try {
            while (round.isAnyAway() || (goOn && round.isAnyWaiting())) {
                if (goOn) {
                    handOut(round, carriers);
                }
                if (round.isAnyAway() && !written(round, carriers.collect())) {
                    goOn = false;
                    carriers.stop();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            goOn = false;
        } finally {
            if (round.isAnyWaiting()) {
                senders.giveBack(round.claim(), round.waiting());
            }
        }
        return goOn;
    }

    private void handOut(Round round, Carriers carriers) {
        while (round.away() < carriers.most() && round.isAnyWaiting()) {
            if (round.claim().holdsForOneMore(clock.instant())) {
                carriers.carry(round.handOut(), round.claim());
            } else {
                // what was lost to others while we were slow is theirs
                round.renewed(senders.renew(round.claim(), round.unmarked()));
                durability.await();
            }
        }
    }

    private boolean written(Round round, List<Carriers.Returned> returned) throws InterruptedException {
        List<Done> done = round.takeBack(returned);
        if (done.isEmpty()) {
            return !ending;
        }
        boolean held = mark(round.claim(), done);
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
