package org.sopan.mail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.Ready.Done;
import org.sopan.spi.message.Message;
import org.sopan.spi.message.MessageChannel.Line;
import org.sopan.spi.message.MessageChannel.ServerTrouble;
import org.sopan.spi.message.Outcome;
import org.sopan.spi.message.Outcome.Kind;

/**
 * A few threads that bring messages out, each over a line that it keeps. They speak to no database: whoever hands them
 * the messages also collects what became of them.
 */
final class Carriers implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Carriers.class.getName());
    private static final int PER_LINE = 2;
    private static final long WAIT_MILLIS = 20;
    private final Lines lines;
    private final Templates templates;
    private final String from;
    private final ExecutorService threads;
    private final BlockingQueue<Line> idle = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final BlockingQueue<Returned> returned = new LinkedBlockingQueue<>();
    private final Clock clock;
    private volatile int most;
    private volatile boolean stopped;

    /** Opens lines of the channel that was chosen. */
    interface Lines {
        Line open() throws ServerTrouble;
    }

    /** A message that comes back; without an outcome if it was not begun. */
    record Returned(Ready ready, @Nullable Done done) {}

    private Carriers(Lines lines, Templates templates, String from, int most, Clock clock) {
        this.lines = lines;
        this.templates = templates;
        this.from = from;
        this.most = most;
        this.clock = clock;
        ClassLoader ours = Carriers.class.getClassLoader();
        this.threads = Executors.newFixedThreadPool(most, work -> {
            Thread thread = new Thread(work, "mail");
            thread.setDaemon(true);
            thread.setContextClassLoader(ours);
            return thread;
        });
    }

    /** Opens the first line, so that nothing is claimed while there is no server. */
    static Carriers open(Lines lines, Templates templates, String from, int most, Clock clock) throws ServerTrouble {
        Line first = lines.open();
        Carriers carriers = new Carriers(lines, templates, from, most, clock);
        carriers.open.incrementAndGet();
        carriers.idle.add(first);
        return carriers;
    }

    /** How many messages may be handed out at once: while a line's last one is written down, its next one is sent. */
    int most() {
        return most * PER_LINE;
    }

    void carry(Ready ready, Claim claim) {
        threads.execute(() -> returned.add(
                stopped || !claim.holdsForOneMore(clock.instant()) ? new Returned(ready, null) : carried(ready)));
    }

    /** What has come back; waits for the first. */
    List<Returned> collect() throws InterruptedException {
        List<Returned> all = new ArrayList<>();
        all.add(returned.take());
        returned.drainTo(all);
        return all;
    }

    /** Nothing more is begun in this run; what was not begun yet comes back. */
    void stop() {
        stopped = true;
    }

    private Returned carried(Ready ready) {
        try {
            Message message;
            try {
                message = ready.compose(templates, from);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "message " + ready.row().id() + " could not be made");
                return returned(ready, new Outcome(Kind.TEMPORARY, String.valueOf(e.getMessage())), BackOff.NOT_MADE);
            }
            return send(ready, message);
        } catch (RuntimeException | Error e) {
            // whoever collects must hear of each, or waits for ever
            LOG.log(Level.SEVERE, e, () -> "message " + ready.row().id() + " was given up");
            return returned(ready, new Outcome(Kind.LOST, String.valueOf(e)), BackOff.REFUSED_FOR_NOW);
        }
    }

    private Returned send(Ready ready, Message message) {
        Line line;
        try {
            line = line();
        } catch (ServerTrouble e) {
            return returned(ready, new Outcome(Kind.SERVER_TROUBLE, e.why()), BackOff.SERVER_AWAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Returned(ready, null);
        }
        Done done = new Done(ready, new Outcome(Kind.LOST, "a fault of the channel"));
        try {
            done = new Done(ready, line.send(message));
        } finally {
            if (done.isTroubleOfTheServer()) {
                stopped = true;
                open.decrementAndGet();
                line.close();
            } else {
                idle.add(line);
            }
        }
        return new Returned(ready, done);
    }

    /** One that nobody uses, else a new one; where the server takes no more, one that becomes free. */
    private Line line() throws ServerTrouble, InterruptedException {
        Line free = idle.poll();
        while (free == null) {
            if (open.incrementAndGet() <= most) {
                try {
                    return lines.open();
                } catch (ServerTrouble e) {
                    int others = open.decrementAndGet();
                    if (others == 0) {
                        throw e;
                    }
                    most = others;
                }
            } else {
                open.decrementAndGet();
            }
            free = idle.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }
        return free;
    }

    private static Returned returned(Ready ready, Outcome outcome, BackOff pace) {
        return new Returned(ready, new Done(ready, outcome, pace));
    }

    @Override
    public void close() {
        threads.shutdown();
        for (Line line = idle.poll(); line != null; line = idle.poll()) {
            line.close();
        }
    }
}
