package org.sopan.notice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Enrolment;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;

/**
 * Where someone stands in a course, and what they were told about it. Days are those of Asia/Dhaka.
 *
 * @param begins the later of the day of enrolment and the cohort's first
 * @param lastActivity the day something was last begun, read to its end, answered or submitted
 */
public record Situation(
        EnrolmentId id,
        String course,
        String institute,
        @Nullable CohortId cohort,
        Enrolment.State state,
        LocalDate enrolled,
        LocalDate begins,
        @Nullable LocalDate due,
        @Nullable LocalDate lastActivity,
        List<Told> told) {
    /** After so many reminders of the same silence it is the coordinator's turn. */
    static final int MOST = 3;

    public Situation {
        told = List.copyOf(told);
    }

    /** A reminder of the past: by which rule, about which last day and how many days before it. */
    public record Told(Rule rule, LocalDate on, @Nullable LocalDate about, int threshold) {}

    /** What is owed on this day: the rule, and the number of days it is set to. */
    record Owed(Situation situation, Rule rule, int threshold) {}

    public boolean isOpen() {
        return state == Enrolment.State.INVITED || state == Enrolment.State.ACTIVE;
    }

    Stream<Owed> owedOn(LocalDate date, ReminderRules rules) {
        return Stream.of(dueSoon(date, rules.dueSoon()), silence(date, rules)).flatMap(Optional::stream);
    }

    /** Whether a rule has been tried as often as it may be, and the silence goes on. */
    boolean isRemindedEnough(LocalDate date, ReminderRules rules) {
        ReminderRules.After after = after(rules);
        return after.on() && isSilent(date, after) && toldInThisSilence().size() >= MOST;
    }

    long timesToldToStart() {
        return told.stream().filter(each -> each.rule() == Rule.NOT_STARTED).count();
    }

    /** The tightest number of days that is reached, unless it, or one tighter, was told of this last day already. */
    private Optional<Owed> dueSoon(LocalDate date, ReminderRules.DueSoon rule) {
        if (!rule.on() || due == null || date.isAfter(due) || !enrolled.isBefore(date)) {
            return Optional.empty();
        }
        long left = ChronoUnit.DAYS.between(date, due);
        return rule.days().stream()
                .filter(days -> left <= days)
                .min(Integer::compare)
                .filter(days -> told.stream()
                        .noneMatch(each ->
                                each.rule() == Rule.DUE_SOON && due.equals(each.about()) && each.threshold() <= days))
                .map(days -> new Owed(this, Rule.DUE_SOON, days));
    }

    private Optional<Owed> silence(LocalDate date, ReminderRules rules) {
        ReminderRules.After after = after(rules);
        List<Told> before = toldInThisSilence();
        boolean owed = after.on()
                && isSilent(date, after)
                && before.size() < MOST
                && before.stream().allMatch(each -> !date.isBefore(each.on().plusDays(after.days())));
        return owed ? Optional.of(new Owed(this, silent(), after.days())) : Optional.empty();
    }

    private boolean isSilent(LocalDate date, ReminderRules.After after) {
        return !date.isBefore(since().plusDays(after.days()));
    }

    private List<Told> toldInThisSilence() {
        return told.stream()
                .filter(each -> each.rule() == silent())
                .filter(each -> each.rule() == Rule.NOT_STARTED || each.on().isAfter(since()))
                .toList();
    }

    private ReminderRules.After after(ReminderRules rules) {
        return silent() == Rule.STALLED ? rules.stalled() : rules.notStarted();
    }

    private Rule silent() {
        return state == Enrolment.State.ACTIVE ? Rule.STALLED : Rule.NOT_STARTED;
    }

    private LocalDate since() {
        return silent() == Rule.STALLED && lastActivity != null ? lastActivity : begins;
    }
}
