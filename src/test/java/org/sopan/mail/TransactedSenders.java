package org.sopan.mail;

import java.util.Collection;
import java.util.List;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

/** Each step in a transaction of its own, as the container runs them. */
class TransactedSenders extends Senders {
    private final TestDatabase database;

    TransactedSenders(
            Rooms rooms, AddressTroubles troubles, DomainRates rates, MailSwitch mailSwitch, Attachments attachments) {
        super(rooms.entities, rooms.batches, troubles, rates, mailSwitch, attachments, rooms.randomness, rooms.clock);
        this.database = rooms.database;
    }

    @Override
    public boolean isAnythingDue() {
        return database.in(super::isAnythingDue);
    }

    @Override
    public Claim claim(String node) {
        return database.in(() -> super.claim(node));
    }

    @Override
    List<Ready> read(Claim claim) {
        return database.in(() -> super.read(claim));
    }

    @Override
    Claim renew(Claim claim, Collection<java.util.UUID> ids) {
        return database.in(() -> super.renew(claim, ids));
    }

    @Override
    boolean mark(Claim claim, String node, List<Ready.Done> done) {
        return database.in(() -> super.mark(claim, node, done));
    }

    @Override
    void giveBack(Claim claim, Collection<Ready> untried) {
        database.run(() -> super.giveBack(claim, untried));
    }

    @Override
    void serverAway(String why, String node) {
        database.run(() -> super.serverAway(why, node));
    }
}
