package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.sopan.course.Catalogue;
import org.sopan.document.PdfDocument;
import org.sopan.platform.Clocks;
import org.sopan.shared.CohortId;
import org.sopan.shared.Language;

/** Prints where a cohort stands on one page for the director. */
@ApplicationScoped
public class PrintCohortReport {
    private final ShowCohortDashboard dashboard;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    public PrintCohortReport(ShowCohortDashboard dashboard, Catalogue catalogue, Clock clock) {
        this.dashboard = dashboard;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The page as PDF, with the numbers that the caller may see. */
    public byte[] print(CohortId id, Language language) {
        CohortDashboard shown = dashboard.show(id, null, null);
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        String course = shown.cohort().course();
        String subject = course == null || !catalogue.has(course)
                ? ReportWords.of(language, "sheet.programme")
                : catalogue.live(course).title().in(language);
        CohortSheet sheet = new CohortSheet(shown, subject, language, today);
        return PdfDocument.render(sheet.title(), language, today, sheet::draw);
    }
}
