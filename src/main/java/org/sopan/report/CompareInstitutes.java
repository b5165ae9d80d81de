package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sopan.organization.Organization;
import org.sopan.platform.Clocks;
import org.sopan.shared.DomainException;

/** Compares the institutes that the caller reads: rates with their base, groups under five suppressed. */
@ApplicationScoped
public class CompareInstitutes {
    private static final int SMALLEST = 5;
    private final TallyRows rows;
    private final ReportScope scope;
    private final Clock clock;

    @Inject
    public CompareInstitutes(TallyRows rows, ReportScope scope, Clock clock) {
        this.rows = rows;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Comparison compare(@Nullable String fiscalYear, @Nullable String course) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        FiscalYear year = fiscalYear == null || fiscalYear.isBlank() ? FiscalYear.on(today) : FiscalYear.of(fiscalYear);
        List<Organization> institutes = scope.institutes();
        if (institutes.isEmpty()) {
            throw new DomainException.NotFound("unknown-organization");
        }
        String only = course == null || course.isBlank() ? null : course;
        Map<String, Group> groups = groups(institutes, year, only);
        Set<String> hidden = hidden(groups);
        List<Comparison.Compared> compared = new ArrayList<>();
        for (Organization institute : institutes) {
            Group group = groups.get(institute.id());
            if (group != null) {
                compared.add(new Comparison.Compared(
                        institute.id(),
                        institute.nameOn(today),
                        hidden.contains(institute.id()) ? Comparison.Rate.SUPPRESSED : group.rate()));
            }
        }
        return new Comparison(year.toString(), only, compared, total(groups, hidden));
    }

    /** The people of one institute, or of all. */
    private static final class Group {
        private final Median days = new Median();
        private int base;
        private int completed;

        Comparison.Rate rate() {
            return new Comparison.Rate(
                    null,
                    base,
                    completed,
                    InstituteDashboard.Numbers.percent(completed, base),
                    completed < SMALLEST ? null : days.days());
        }
    }

    private Map<String, Group> groups(List<Organization> institutes, FiscalYear year, @Nullable String course) {
        Tally tally = rows.until(
                institutes.stream().map(Organization::id).toList(),
                year.first(),
                year.last(),
                List.of(Tally.Dimension.ALL, Tally.Dimension.DAYS));
        Map<String, Group> groups = new TreeMap<>();
        tally.counts().forEach((key, counts) -> {
            if (course != null && !course.equals(key.course())) {
                return;
            }
            if (key.dimension() == Tally.Dimension.DAYS) {
                groups.computeIfAbsent(key.institute(), id -> new Group())
                        .days
                        .add(Integer.parseInt(String.valueOf(key.en())), counts.finished());
            } else if (counts.enrolled() != 0 || counts.finished() != 0) {
                Group group = groups.computeIfAbsent(key.institute(), id -> new Group());
                group.base += counts.enrolled();
                group.completed += counts.finished();
            }
        });
        groups.values().removeIf(group -> group.base == 0);
        return groups;
    }

    /**
     * The small groups; and with them the next larger ones until what is hidden could be anyone's: the sum of all
     * hidden ones is what the total gives away.
     */
    private static Set<String> hidden(Map<String, Group> groups) {
        List<Map.Entry<String, Group>> bySize = groups.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> each.getValue().base))
                .toList();
        Set<String> hidden = new HashSet<>();
        int people = 0;
        for (Map.Entry<String, Group> each : bySize) {
            int base = each.getValue().base;
            boolean small = base < SMALLEST;
            boolean givenAway = !hidden.isEmpty() && (hidden.size() < 2 || people < SMALLEST);
            if (!small && !givenAway) {
                break;
            }
            hidden.add(each.getKey());
            people += base;
        }
        return hidden;
    }

    private static Comparison.Rate total(Map<String, Group> groups, Set<String> hidden) {
        Group all = new Group();
        int hiddenPeople = 0;
        for (Map.Entry<String, Group> each : groups.entrySet()) {
            all.base += each.getValue().base;
            all.completed += each.getValue().completed;
            each.getValue().days.into(all.days);
            hiddenPeople += hidden.contains(each.getKey()) ? each.getValue().base : 0;
        }
        boolean givesAway = hidden.size() == 1 || (!hidden.isEmpty() && hiddenPeople < SMALLEST);
        return givesAway || all.base < SMALLEST ? Comparison.Rate.SUPPRESSED : all.rate();
    }
}
