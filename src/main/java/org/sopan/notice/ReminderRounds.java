package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.organization.WorkingDays;

/** The short transactions of a day's reminders: some people in each. A crash between two leaves no one reminded twice. */
@ApplicationScoped
public class ReminderRounds {
    /** Before the first person. */
    static final UUID START = new UUID(0, 0);

    private static final int CHUNK = 200;
    private final EntityManager entities;
    private final Recipients recipients;
    private final DecideReminders decideReminders;
    private final ReminderText text;
    private final Notices notices;
    private final WorkingDays workingDays;
    private final Clock clock;

    @Inject
    public ReminderRounds(
            EntityManager entities,
            Recipients recipients,
            DecideReminders decideReminders,
            ReminderText text,
            Notices notices,
            WorkingDays workingDays,
            Clock clock) {
        this.entities = entities;
        this.recipients = recipients;
        this.decideReminders = decideReminders;
        this.text = text;
        this.notices = notices;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Whether reminders of this day are still to be queued. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean isDue(LocalDate day) {
        return workingDays.isWorkingDay(day)
                && entities.createNativeQuery("select 1 from reminder_round where held_on = cast(?1 as date)")
                        .setParameter(1, day.toString())
                        .getResultList()
                        .isEmpty();
    }

    /** Reminds the next people after this one; the last of them, or null when there were none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @Nullable
    UUID remindAfter(UUID person, LocalDate day) {
        List<UUID> next = recipients.next(person, CHUNK);
        if (next.isEmpty()) {
            return null;
        }
        UUID last = next.get(next.size() - 1);
        notices.post(decideReminders.decide(Recipients.Scope.between(person, last), day).stream()
                .filter(Decision::isToSend)
                .map(decision -> draft(decision, day))
                .toList());
        return last;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void finish(LocalDate day) {
        entities.createNativeQuery("insert into reminder_round (held_on, finished_at)"
                        + " values (cast(?1 as date), ?2) on conflict do nothing")
                .setParameter(1, day.toString())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private Draft draft(Decision decision, LocalDate day) {
        Addressee to = decision.recipient().to();
        return new Draft(
                "reminder/" + to.person() + "/" + day,
                Draft.Kind.REMINDER,
                to,
                to.language(),
                text.of(decision, day),
                decision.owed().get(0).situation().institute(),
                null,
                null,
                null,
                decision.owed());
    }
}
