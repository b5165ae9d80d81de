package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Clocks;
import org.sopan.platform.Job;
import org.sopan.platform.Settings;

/**
 * Queues the reminders of a working day once its hour has come. A day on which no server ran is not made up for by
 * itself: what was owed then is still owed on the next working day, in one mail.
 */
@ApplicationScoped
public class SendReminders implements Job {
    private final ReminderRounds rounds;
    private final Clock clock;
    private final int hour;

    @Inject
    public SendReminders(ReminderRounds rounds, Clock clock, Settings settings) {
        this.rounds = rounds;
        this.clock = clock;
        this.hour = settings.reminderHour();
    }

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        LocalDateTime now = LocalDateTime.now(clock.withZone(Clocks.DHAKA));
        LocalDate today = now.toLocalDate();
        if (now.getHour() < hour || !rounds.isDue(today)) {
            return;
        }
        @Nullable UUID last = ReminderRounds.START;
        while (last != null) {
            last = rounds.remindAfter(last, today);
        }
        rounds.finish(today);
    }
}
