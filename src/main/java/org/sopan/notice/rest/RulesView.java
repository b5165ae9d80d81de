package org.sopan.notice.rest;

import java.util.List;
import org.sopan.notice.ReminderRules;
import org.sopan.notice.SetReminderRules;

/** The rules that hold for an institute's people, and whether they are the default's, the institute's or the cohort's. */
public record RulesView(String institute, DueSoon dueSoon, After stalled, After notStarted, String setBy) {
    /** So many days before the last day. */
    public record DueSoon(boolean on, List<Integer> days) {}

    /** After so many days, and again after as many. */
    public record After(boolean on, int days) {}

    static RulesView of(SetReminderRules.Standing standing) {
        ReminderRules rules = standing.rules();
        return new RulesView(
                standing.institute(),
                new DueSoon(rules.dueSoon().on(), rules.dueSoon().days()),
                new After(rules.stalled().on(), rules.stalled().days()),
                new After(rules.notStarted().on(), rules.notStarted().days()),
                standing.setBy());
    }
}
