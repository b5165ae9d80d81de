package org.sopan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sopan.testing.AtOnce;
import org.sopan.testing.TestDatabase;

class RemindersIT extends RemindersRules {
    RemindersIT() {
        super(TestDatabase.postgresql());
    }

    /** Here the second waits for the first; H2 lets it try again and again, which no one can see from outside. */
    @Test
    void letsTheSecondOfTwoNodesThatOverlapAddNothing() {
        house.rooms.enrol(learner, "basics");
        house.sleep(8);
        LocalDate today = house.today();
        ReminderRounds rounds = new ReminderRounds(
                house.rooms.entities,
                house.recipients,
                house.decideReminders,
                house.text,
                house.notices,
                house.workingDays,
                house.rooms.clock);
        AtOnce.overlap(
                database,
                () -> rounds.remindAfter(ReminderRounds.START, today),
                () -> rounds.remindAfter(ReminderRounds.START, today));
        assertThat(house.reminders()).isEqualTo(1);
        assertThat(database.number("select count(*) from notice_line")).isEqualTo(1);
        assertThat(house.texts("select unsubscribe from outbox where template = 'reminder'")
                        .get(0))
                .satisfies(address -> {
                    String token = address.substring(address.lastIndexOf('/') + 1);
                    assertThat(database.in(() -> house.notices.readerOf(token)))
                            .as("the mail that goes carries the token that is stored")
                            .contains(learner.id());
                });
    }
}
