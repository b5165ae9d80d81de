package org.sopan.mail;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.sopan.testing.TestDatabase;

/** Each step in a transaction of its own, as the container runs them. */
final class TransactedSenders extends Senders {
    private final TestDatabase database;

    TransactedSenders(TestDatabase database, Outbox outbox, Attachments attachments, Clock clock) {
        super(outbox, attachments, clock);
        this.database = database;
    }

    @Override
    public List<UUID> claim(String sender) {
        return database.in(() -> super.claim(sender));
    }

    @Override
    Claimed read(UUID id) {
        return database.in(() -> super.read(id));
    }

    @Override
    void sent(UUID id) {
        database.run(() -> super.sent(id));
    }

    @Override
    void notSent(UUID id, String error, boolean permanent) {
        database.run(() -> super.notSent(id, error, permanent));
    }
}
