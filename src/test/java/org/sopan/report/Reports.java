package org.sopan.report;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Doubles;
import org.sopan.platform.Cursors;
import org.sopan.shared.CohortId;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;

/** The room of reports, wired by hand. */
final class Reports {
    final Outlines outlines;
    final ProgressRows rows;
    final ProgressSources sources;
    final RebuildProgress rebuild;
    final Cursors cursors;
    final Once once;
    final ReportScope scope;
    final InstituteMatrix matrix;
    final ListCompletions completions;
    final TallyRows tally;
    final CountTally count;
    final ShowCohortDashboard cohortDashboard;
    final ShowInstituteDashboard instituteDashboard;
    final CompareInstitutes compare;
    private final Rooms rooms;

    Reports(Rooms rooms, Study study) {
        this.rooms = rooms;
        outlines = new Outlines(rooms.catalogue);
        rows = new ProgressRows(rooms.entities);
        sources = new ProgressSources(rooms.entities, study.steps, outlines);
        rebuild = new RebuildProgress(rows, sources);
        cursors = new Cursors(rooms.database.source());
        once = new Once(new Doubles(rooms.entities));
        scope = new ReportScope(rooms.organizations, rooms.enrolments, once, rooms.caller);
        matrix =
                new InstituteMatrix(rooms.entities, rooms.organizations, rooms.catalogue, outlines, once, rooms.caller);
        completions = new ListCompletions(
                rooms.entities, cursors, scope, once, rooms.organizations, rooms.catalogue, rooms.clock);
        tally = new TallyRows(rooms.entities, once);
        count = new CountTally(tally, cursors, rooms.enrolments, rooms.clock);
        cohortDashboard = new ShowCohortDashboard(
                rooms.entities, scope, rooms.organizations, outlines, rooms.settings, rooms.clock);
        instituteDashboard = new ShowInstituteDashboard(tally, scope, rooms.catalogue, rooms.clock);
        compare = new CompareInstitutes(tally, new Heads(rooms.entities), scope, rooms.clock);
        rooms.events.observedBy(count);
        rooms.events.observedBy(new KeepProgress(rooms.enrolments, study.steps, outlines, rows));
    }

    /** A cohort of the course basics, from 1 November to 31 December 2026. */
    Cohort cohort(String host, Map<String, Integer> seats) {
        return cohort(host, "basics", seats);
    }

    Cohort cohort(String host, @Nullable String course, Map<String, Integer> seats) {
        Cohort cohort = new Cohort(
                new CohortId(rooms.randomness.id()),
                host,
                course,
                LocalizedText.of("First batch", "প্রথম ব্যাচ"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 12, 31),
                seats,
                null,
                rooms.clock.instant());
        rooms.database.run(() -> rooms.entities.persist(cohort));
        return cohort;
    }
}
