package org.sopan.mail;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sopan.spi.message.Message;
import org.sopan.spi.message.MessageChannel.Line;
import org.sopan.spi.message.MessageChannel.ServerTrouble;
import org.sopan.spi.message.Outcome;

/** A mail server without a network: it remembers what it took, and answers as it was told to. */
final class FakeServer {
    final List<Message> taken = new CopyOnWriteArrayList<>();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final Map<String, Outcome> answers = new ConcurrentHashMap<>();
    volatile @Nullable String away;
    volatile int mostLines = Integer.MAX_VALUE;
    volatile Function<Message, Outcome> act = message -> Outcome.delivered("250");

    /** What it says to this address from now on. */
    void answers(String address, Outcome.Kind kind, String reply) {
        answers.put(address, new Outcome(kind, reply));
    }

    List<String> takenFor() {
        return taken.stream().map(Message::to).toList();
    }

    Line open() throws ServerTrouble {
        String why = away;
        if (why != null) {
            throw new ServerTrouble(why);
        }
        if (opened.get() - closed.get() >= mostLines) {
            refused.incrementAndGet();
            throw new ServerTrouble("421 too many connections");
        }
        opened.incrementAndGet();
        return new Line() {
            @Override
            public Outcome send(Message message) {
                Outcome told = answers.get(message.to());
                Outcome outcome = told == null ? act.apply(message) : told;
                if (outcome.kind() == Outcome.Kind.DELIVERED) {
                    taken.add(message);
                }
                return outcome;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
