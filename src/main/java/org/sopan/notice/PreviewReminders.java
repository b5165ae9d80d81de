package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Enrolments;
import org.sopan.organization.Organizations;
import org.sopan.organization.WorkingDays;
import org.sopan.platform.Caller;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.Language;

/** Who of an institute would be reminded on a day and why, and who not and why; sends nothing. */
@ApplicationScoped
public class PreviewReminders {
    private static final int DAYS_AHEAD = 366;
    private final DecideReminders decideReminders;
    private final WorkingDays workingDays;
    private final Organizations organizations;
    private final Enrolments enrolments;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public PreviewReminders(
            DecideReminders decideReminders,
            WorkingDays workingDays,
            Organizations organizations,
            Enrolments enrolments,
            Caller caller,
            Clock clock) {
        this.decideReminders = decideReminders;
        this.workingDays = workingDays;
        this.organizations = organizations;
        this.enrolments = enrolments;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What to show.
     *
     * @param date a day from today on; null is today
     * @param why only those held back for this reason, or {@code send} for those who are reminded; null is everybody
     */
    public record Selection(
            String institute,
            @Nullable CohortId cohort,
            @Nullable LocalDate date,
            @Nullable String why,
            Language reader,
            int page,
            int size) {}

    /** One page of it, and how many there are in all and to be sent. */
    public record Preview(LocalDate date, boolean workingDay, long toSend, List<Item> items, long total) {}

    /**
     * One person.
     *
     * @param situations what is open at the institute
     * @param why what holds the reminder back; null when it goes
     */
    public record Item(Addressee person, List<Rule> rules, List<Situation> situations, @Nullable String why) {}

    @Transactional
    public Preview preview(Selection selection) {
        String institute = selection.institute();
        if (!caller.looksAfter(institute)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        organizations.institute(institute);
        LocalDate date = day(selection.date());
        List<Item> all = decideReminders.decide(scope(selection), date).stream()
                .map(decision -> item(decision, institute))
                .sorted(order(selection.reader()))
                .toList();
        List<Item> found =
                all.stream().filter(item -> isWanted(item, selection.why())).toList();
        int from = (int) Math.min(found.size(), (long) selection.page() * selection.size());
        return new Preview(
                date,
                workingDays.isWorkingDay(date),
                all.stream().filter(item -> item.why() == null).count(),
                found.subList(from, Math.min(found.size(), from + selection.size())),
                found.size());
    }

    private Recipients.Scope scope(Selection selection) {
        CohortId cohort = selection.cohort();
        if (cohort == null) {
            return Recipients.Scope.of(selection.institute());
        }
        boolean concerned = enrolments
                .cohort(cohort)
                .filter(each -> each.concerns(selection.institute()))
                .isPresent();
        if (!concerned) {
            throw new DomainException.NotFound("unknown-cohort");
        }
        return Recipients.Scope.of(selection.institute(), cohort);
    }

    private LocalDate day(@Nullable LocalDate wanted) {
        LocalDate today = Notices.day(clock.instant());
        LocalDate date = wanted == null ? today : wanted;
        if (date.isBefore(today) || date.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw DomainException.Invalid.refused("invalid-input", new FieldError("date", "invalid"));
        }
        return date;
    }

    /** What is owed elsewhere is not this institute's to know. */
    private static Item item(Decision decision, String institute) {
        List<Rule> rules = decision.owed().stream()
                .filter(owed -> owed.situation().institute().equals(institute))
                .map(Situation.Owed::rule)
                .distinct()
                .sorted()
                .toList();
        List<Situation> own = decision.recipient().situations().stream()
                .filter(situation -> situation.institute().equals(institute))
                .toList();
        String why = decision.isToSend() && rules.isEmpty() ? "nothing-due" : decision.why();
        return new Item(decision.recipient().to(), rules, own, why);
    }

    private static boolean isWanted(Item item, @Nullable String why) {
        return why == null || (why.equals("send") ? item.why() == null : why.equals(item.why()));
    }

    private static Comparator<Item> order(Language reader) {
        return Comparator.comparing((Item item) -> item.why() != null)
                .thenComparing(
                        item -> Objects.requireNonNull(item.person().sortKeys().get(reader)))
                .thenComparing(item -> item.person().email());
    }
}
