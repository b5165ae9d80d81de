package org.sopan.notice;

import java.util.List;

/** When people are reminded: so many days before the last day, after the last activity, after the enrolment. */
public record ReminderRules(DueSoon dueSoon, After stalled, After notStarted) {
    /** What holds where an institute has not said otherwise. */
    public static final ReminderRules DEFAULTS =
            new ReminderRules(new DueSoon(true, List.of(7, 1)), new After(true, 14), new After(true, 7));

    /** Once for each of these numbers of days before the last day. */
    public record DueSoon(boolean on, List<Integer> days) {
        public DueSoon {
            days = days.stream().distinct().sorted((a, b) -> b - a).toList();
        }
    }

    /** After so many days, and again after as many. */
    public record After(boolean on, int days) {}
}
