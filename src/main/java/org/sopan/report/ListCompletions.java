package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.document.Listing;
import org.sopan.organization.Organization;
import org.sopan.organization.Organizations;
import org.sopan.platform.Clocks;
import org.sopan.platform.Cursors;
import org.sopan.platform.Sql;
import org.sopan.shared.CohortId;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;

/** The people of an institute or a cohort with their dates and certificates: a page to look at, or all to download. */
@ApplicationScoped
public class ListCompletions {
    private final EntityManager entities;
    private final Cursors cursors;
    private final ReportScope scope;
    private final Once once;
    private final Organizations organizations;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    public ListCompletions(
            EntityManager entities,
            Cursors cursors,
            ReportScope scope,
            Once once,
            Organizations organizations,
            Catalogue catalogue,
            Clock clock) {
        this.entities = entities;
        this.cursors = cursors;
        this.scope = scope;
        this.once = once;
        this.organizations = organizations;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Whom to list, in the order of the reader's language.
     *
     * @param fiscalYear only those who completed in it
     */
    public record Selection(
            @Nullable String course, @Nullable FiscalYear fiscalYear, PeopleFilter filter, Language reader) {}

    /** One enrolment with what came of it. */
    public record Completion(
            String enrolment,
            String person,
            LocalizedText name,
            String email,
            @Nullable LocalizedText designation,
            String institute,
            String course,
            @Nullable String cohort,
            String state,
            int percent,
            @Nullable LocalDate enrolledOn,
            @Nullable LocalDate begunOn,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate due,
            @Nullable String serial,
            @Nullable LocalDate issuedOn) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Completion> ofInstitute(String institute, Selection selection, int page, int size) {
        scope.institute(institute);
        return page(ofInstitute(institute, selection), selection, page, size);
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Completion> ofCohort(CohortId cohort, Selection selection, int page, int size) {
        return page(scope.cohort(cohort).named(new Sql()), selection, page, size);
    }

    /** Refuses now who may not read it; the rows are read when they are written. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Listing exportOfInstitute(String institute, Selection selection) {
        scope.institute(institute);
        return listing(ofInstitute(institute, selection), selection);
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Listing exportOfCohort(CohortId cohort, Selection selection) {
        return listing(scope.cohort(cohort).named(new Sql()), selection);
    }

    private Sql ofInstitute(String institute, Selection selection) {
        return selection.filter().once(once, institute, new Sql().add("e.institute = ?", institute));
    }

    private Page<Completion> page(Sql scoped, Selection selection, int page, int size) {
        Sql counted = new Sql().add(Learning.COUNT).add(scoped);
        narrow(counted, selection);
        Sql rows = rows(scoped, selection).add(" limit ? offset ?", size, (long) page * size);
        List<Object[]> found = rows.list(entities);
        List<Completion> items =
                found.stream().map(row -> completion(Learning.of(row))).toList();
        return new Page<>(items, counted.number(entities));
    }

    private static Sql rows(Sql scoped, Selection selection) {
        Sql sql = new Sql().add(Learning.SELECT_CERTIFIED).add(scoped);
        narrow(sql, selection);
        selection.filter().order(sql, selection.reader());
        return sql;
    }

    private static void narrow(Sql sql, Selection selection) {
        if (selection.course() != null) {
            sql.add(" and e.course = ?", selection.course());
        }
        FiscalYear year = selection.fiscalYear();
        if (year != null) {
            sql.add(
                    " and e.completed_at >= ? and e.completed_at < ?",
                    year.from().atOffset(ZoneOffset.UTC),
                    year.until().atOffset(ZoneOffset.UTC));
        }
        selection.filter().narrow(sql);
    }

    private static Completion completion(Learning row) {
        return new Completion(
                row.enrolment(),
                row.person(),
                row.name(),
                row.email(),
                row.designation(),
                row.institute(),
                row.course(),
                row.cohort(),
                row.state().word(),
                row.percent(),
                ExportMatrix.day(row.enrolledAt()),
                ExportMatrix.day(row.begunAt()),
                ExportMatrix.day(row.completedAt()),
                row.due(),
                row.serial(),
                row.issuedOn());
    }

    private Listing listing(Sql scoped, Selection selection) {
        Language language = selection.reader();
        Map<String, String> institutes = institutes(language);
        Map<String, String> courses = catalogue.list().stream()
                .collect(Collectors.toMap(Course::id, course -> course.title().in(language)));
        return new Listing(
                ReportWords.of(language, "title.people"),
                language,
                List.of(
                        heading(language, "name", 28),
                        heading(language, "designation", 28),
                        heading(language, "email", 28),
                        heading(language, "institute", 28),
                        heading(language, "course", 28),
                        heading(language, "state", 14),
                        heading(language, "percent", 10),
                        heading(language, "enrolled", 12),
                        heading(language, "begun", 12),
                        heading(language, "completed", 12),
                        heading(language, "due", 12),
                        heading(language, "activity", 12),
                        heading(language, "certificate", 18),
                        heading(language, "issued", 12)),
                taker -> cursors.each(
                        rows(scoped, selection),
                        row -> taker.accept(cells(Learning.of(row), language, institutes, courses))));
    }

    private static Listing.Heading heading(Language language, String key, int width) {
        return new Listing.Heading(ReportWords.of(language, "heading." + key), width);
    }

    private static List<@Nullable Object> cells(
            Learning row, Language language, Map<String, String> institutes, Map<String, String> courses) {
        LocalizedText designation = row.designation();
        List<@Nullable Object> cells = new ArrayList<>(14);
        cells.add(row.name().in(language));
        cells.add(designation == null ? null : designation.in(language));
        cells.add(row.email());
        cells.add(institutes.getOrDefault(row.institute(), row.institute()));
        cells.add(courses.getOrDefault(row.course(), row.course()));
        cells.add(ReportWords.of(language, "state." + row.state().word()));
        cells.add(row.percent());
        cells.add(ExportMatrix.day(row.enrolledAt()));
        cells.add(ExportMatrix.day(row.begunAt()));
        cells.add(ExportMatrix.day(row.completedAt()));
        cells.add(row.due());
        cells.add(ExportMatrix.day(row.lastActivity()));
        cells.add(row.serial());
        cells.add(row.issuedOn());
        return cells;
    }

    private Map<String, String> institutes(Language language) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        return organizations.list(null).stream().collect(Collectors.toMap(Organization::id, each -> each.nameOn(today)
                .in(language)));
    }
}
