package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Enrolment;
import org.sopan.organization.Organization;
import org.sopan.organization.Organizations;
import org.sopan.platform.Clocks;
import org.sopan.platform.Settings;
import org.sopan.platform.Sql;
import org.sopan.shared.CohortId;
import org.sopan.shared.LocalizedText;

/** Shows where a cohort stands. Three queries, bounded by the cohort and not by all that was ever enrolled. */
@ApplicationScoped
public class ShowCohortDashboard {
    private static final int MOST_NAMED = 50;
    private final EntityManager entities;
    private final ReportScope scope;
    private final Organizations organizations;
    private final Outlines outlines;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public ShowCohortDashboard(
            EntityManager entities,
            ReportScope scope,
            Organizations organizations,
            Outlines outlines,
            Settings settings,
            Clock clock) {
        this.entities = entities;
        this.scope = scope;
        this.organizations = organizations;
        this.outlines = outlines;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Shows it to those whom the cohort concerns.
     *
     * @param idleDays how long without any act is too long, or null for the setting
     * @param dueDays how near a due is soon, or null for the setting
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public CohortDashboard show(CohortId id, @Nullable Integer idleDays, @Nullable Integer dueDays) {
        ReportScope.OfCohort seen = scope.cohort(id);
        List<Object[]> found = seen.counted(new Sql().add(Learning.SELECT))
                .add(" order by e.course, e.id")
                .list(entities);
        List<Learning> rows = found.stream().map(Learning::of).toList();
        Pressing pressing = new Pressing(
                clock.instant(),
                seen.cohort().starts(),
                idleDays == null ? settings.reportIdleDays() : idleDays,
                dueDays == null ? settings.reportDueDays() : dueDays);
        return new CohortDashboard(
                cohort(seen.cohort()),
                seen.numbers() == null,
                funnel(rows, seen),
                atRisk(rows, pressing, seen),
                median(rows),
                new ModulesDone(outlines).of(rows),
                perInstitute(rows));
    }

    private CohortDashboard.CohortRef cohort(Cohort cohort) {
        return new CohortDashboard.CohortRef(
                cohort.id().toString(),
                cohort.title(),
                cohort.host(),
                name(cohort.host()),
                cohort.course(),
                cohort.starts(),
                cohort.ends());
    }

    private CohortDashboard.Funnel funnel(List<Learning> rows, ReportScope.OfCohort seen) {
        Map<Enrolment.State, Integer> states = new EnumMap<>(Enrolment.State.class);
        rows.forEach(row -> states.merge(row.state(), 1, Integer::sum));
        long certified = seen.counted(new Sql()
                        .add("select count(distinct a.enrolment) from enrolment e join award a on a.enrolment = e.id"
                                + " and a.kind = 'completion'"
                                + " join certificate c on c.award = a.id and c.status = 'VALID' where "))
                .number(entities);
        return new CohortDashboard.Funnel(
                rows.size(),
                states.getOrDefault(Enrolment.State.INVITED, 0),
                states.getOrDefault(Enrolment.State.ACTIVE, 0),
                states.getOrDefault(Enrolment.State.COMPLETED, 0),
                states.getOrDefault(Enrolment.State.WITHDRAWN, 0),
                states.getOrDefault(Enrolment.State.LAPSED, 0),
                (int) certified);
    }

    private static CohortDashboard.AtRisk atRisk(List<Learning> rows, Pressing pressing, ReportScope.OfCohort seen) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        Pressing.REASONS.forEach(reason -> reasons.put(reason, 0));
        List<CohortDashboard.Pressing> named = new ArrayList<>();
        int total = 0;
        for (Learning row : rows) {
            List<String> own = pressing.reasons(row);
            own.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
            total += own.isEmpty() ? 0 : 1;
            if (!own.isEmpty() && seen.isNamed(row.institute())) {
                named.add(pressing(row, own));
            }
        }
        named.sort(Comparator.<CohortDashboard.Pressing>comparingInt(
                        each -> -each.reasons().size())
                .thenComparing(
                        CohortDashboard.Pressing::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(CohortDashboard.Pressing::enrolment));
        return new CohortDashboard.AtRisk(
                List.copyOf(named.subList(0, Math.min(MOST_NAMED, named.size()))), total, reasons);
    }

    private static CohortDashboard.Pressing pressing(Learning row, List<String> reasons) {
        return new CohortDashboard.Pressing(
                row.enrolment(),
                row.person(),
                row.name(),
                row.institute(),
                row.course(),
                row.state().word(),
                reasons,
                row.lastActivity(),
                row.due(),
                row.failing());
    }

    private static @Nullable Integer median(List<Learning> rows) {
        Median median = new Median();
        for (Learning row : rows) {
            if (row.begunAt() != null && row.completedAt() != null) {
                median.add((int) Fact.days(row.begunAt(), row.completedAt()), 1);
            }
        }
        return median.days();
    }

    private List<CohortDashboard.InstituteDone> perInstitute(List<Learning> rows) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Learning row : rows) {
            if (row.state() != Enrolment.State.WITHDRAWN) {
                int[] count = counts.computeIfAbsent(row.institute(), institute -> new int[2]);
                count[0] += row.state() == Enrolment.State.COMPLETED ? 1 : 0;
                count[1]++;
            }
        }
        List<CohortDashboard.InstituteDone> done = new ArrayList<>();
        counts.forEach((institute, count) ->
                done.add(new CohortDashboard.InstituteDone(institute, name(institute), count[0], count[1])));
        return done;
    }

    private LocalizedText name(String organization) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        return organizations
                .find(organization)
                .map((Organization found) -> found.nameOn(today))
                .orElse(new LocalizedText(organization, null));
    }
}
