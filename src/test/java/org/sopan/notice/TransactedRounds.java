package org.sopan.notice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.testing.TestDatabase;

/** Each step in a transaction of its own, as the container runs them. */
class TransactedRounds extends ReminderRounds {
    private final TestDatabase database;

    TransactedRounds(NoticeRooms house) {
        super(
                house.rooms.entities,
                house.recipients,
                house.decideReminders,
                house.text,
                house.notices,
                house.workingDays,
                house.rooms.clock);
        this.database = house.rooms.database;
    }

    @Override
    boolean isDue(LocalDate day) {
        return database.in(() -> super.isDue(day));
    }

    @Override
    @Nullable
    UUID remindAfter(UUID person, LocalDate day) {
        return database.<@Nullable UUID>in(() -> super.remindAfter(person, day));
    }

    @Override
    void finish(LocalDate day) {
        database.run(() -> super.finish(day));
    }
}
