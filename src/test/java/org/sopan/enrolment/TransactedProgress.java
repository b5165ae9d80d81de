package org.sopan.enrolment;

import java.util.UUID;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

/** Tells how far it is in transactions of its own, as the container has it. */
final class TransactedProgress extends RosterProgress {
    private final TestDatabase database;

    TransactedProgress(Rooms rooms) {
        super(rooms.entities, rooms.clock);
        this.database = rooms.database;
    }

    @Override
    public void at(UUID plan, int rows) {
        database.run(() -> super.at(plan, rows));
    }

    @Override
    public void givenUp(UUID plan) {
        database.run(() -> super.givenUp(plan));
    }
}
