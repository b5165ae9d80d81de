package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Enrolment;
import org.sopan.organization.WorkingDays;
import org.sopan.platform.Settings;

/** Decides who is reminded on a day and why; the job and the preview both ask here, and nowhere else. */
@ApplicationScoped
public class DecideReminders {
    private final Recipients recipients;
    private final ReminderRuleSets sets;
    private final WorkingDays workingDays;
    private final int pause;

    @Inject
    public DecideReminders(Recipients recipients, ReminderRuleSets sets, WorkingDays workingDays, Settings settings) {
        this.recipients = recipients;
        this.sets = sets;
        this.workingDays = workingDays;
        this.pause = settings.reminderDays();
    }

    List<Decision> decide(Recipients.Scope scope, LocalDate date) {
        ReminderRuleSets.InForce rules = sets.inForce();
        boolean working = workingDays.isWorkingDay(date);
        return recipients.read(scope).stream()
                .map(recipient -> decide(recipient, rules, date, working))
                .toList();
    }

    private Decision decide(Recipient recipient, ReminderRuleSets.InForce rules, LocalDate date, boolean working) {
        List<Situation> open =
                recipient.situations().stream().filter(Situation::isOpen).toList();
        List<Situation.Owed> owed = open.stream()
                .flatMap(each -> each.owedOn(date, rules.of(each.institute(), each.cohort())))
                .toList();
        String why = ofPerson(recipient, open);
        if (why == null && owed.isEmpty()) {
            boolean enough = open.stream()
                    .anyMatch(each -> each.isRemindedEnough(date, rules.of(each.institute(), each.cohort())));
            why = enough ? "reminded-enough" : "nothing-due";
        }
        if (why == null) {
            why = ofDay(recipient, date, working);
        }
        return new Decision(recipient, owed, why);
    }

    private static @Nullable String ofPerson(Recipient recipient, List<Situation> open) {
        if (!recipient.isActive()) {
            return "deactivated";
        }
        if (!recipient.wishesReminders()) {
            return "unsubscribed";
        }
        if (open.isEmpty()) {
            boolean completed =
                    recipient.situations().stream().anyMatch(each -> each.state() == Enrolment.State.COMPLETED);
            return completed ? "completed" : "withdrawn";
        }
        boolean neverCame =
                !recipient.hasSignedUp() && open.stream().anyMatch(each -> each.timesToldToStart() >= Situation.MOST);
        return neverCame ? "reminded-enough" : null;
    }

    private @Nullable String ofDay(Recipient recipient, LocalDate date, boolean working) {
        LocalDate last = recipient.lastTold();
        if (last != null && date.isBefore(last.plusDays(pause))) {
            return "reminded-lately";
        }
        return working ? null : "not-a-working-day";
    }
}
