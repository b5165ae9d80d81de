package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sopan.organization.Organization;
import org.sopan.platform.Clocks;
import org.sopan.report.Heads.Cell;
import org.sopan.shared.DomainException;

/** Compares the institutes that the caller reads: rates with their base, groups of fewer than five people left out. */
@ApplicationScoped
public class CompareInstitutes {
    private static final int SMALLEST = 5;

    /** So many enrolments of one institute in one course and year are never those of fewer than five people. */
    private static final int LARGE = 100;

    private final TallyRows rows;
    private final Heads heads;
    private final ReportScope scope;
    private final Clock clock;

    @Inject
    public CompareInstitutes(TallyRows rows, Heads heads, ReportScope scope, Clock clock) {
        this.rows = rows;
        this.heads = heads;
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
        List<Comparison.Compared> compared = new ArrayList<>();
        Group all = new Group();
        for (Organization institute : institutes) {
            Group group = groups.get(institute.id());
            if (group != null) {
                compared.add(new Comparison.Compared(institute.id(), institute.nameOn(today), group.rate()));
                all.add(group);
            }
        }
        return new Comparison(year.toString(), only, compared, all.rate());
    }

    /** Those of one institute in one course, or the sum of such groups that may be told. */
    private static final class Group {
        private Median days = new Median();
        private int base;
        private int completed;

        void add(Group other) {
            base += other.base;
            completed += other.completed;
            other.days.into(days);
        }

        /** The days of a few who have completed are somebody's days. */
        void hideFewDays() {
            if (completed < SMALLEST) {
                days = new Median();
            }
        }

        Comparison.Rate rate() {
            return base == 0
                    ? Comparison.Rate.SUPPRESSED
                    : new Comparison.Rate(
                            null, base, completed, InstituteDashboard.Numbers.percent(completed, base), days.days());
        }
    }

    /**
     * Each institute with those of its groups that may be told, by course. One of fewer than five people goes into no
     * sum, neither its institute's nor its course's nor the whole: so no difference of two sums can give it back.
     */
    private Map<String, Group> groups(List<Organization> institutes, FiscalYear year, @Nullable String course) {
        List<String> ids = institutes.stream().map(Organization::id).toList();
        Map<Cell, Group> cells = cells(ids, year, course);
        Map<Cell, Integer> people = heads.of(
                cells.entrySet().stream()
                        .filter(cell -> cell.getValue().base >= SMALLEST && cell.getValue().base < LARGE)
                        .map(Map.Entry::getKey)
                        .toList(),
                year);
        Map<String, Group> groups = new TreeMap<>();
        cells.forEach((cell, group) -> {
            Group institute = groups.computeIfAbsent(cell.institute(), id -> new Group());
            if (group.base >= LARGE || people.getOrDefault(cell, 0) >= SMALLEST) {
                institute.add(group);
            }
        });
        return groups;
    }

    private Map<Cell, Group> cells(List<String> institutes, FiscalYear year, @Nullable String course) {
        Tally tally =
                rows.until(institutes, year.first(), year.last(), List.of(Tally.Dimension.ALL, Tally.Dimension.DAYS));
        Map<Cell, Group> cells = new HashMap<>();
        tally.counts().forEach((key, counts) -> {
            if (course != null && !course.equals(key.course())) {
                return;
            }
            Group cell = cells.computeIfAbsent(new Cell(key.institute(), key.course()), each -> new Group());
            if (key.dimension() == Tally.Dimension.DAYS) {
                cell.days.add(Integer.parseInt(String.valueOf(key.en())), counts.finished());
            } else {
                cell.base += counts.enrolled();
                cell.completed += counts.finished();
            }
        });
        cells.values().removeIf(cell -> cell.base == 0);
        cells.values().forEach(Group::hideFewDays);
        return cells;
    }
}
