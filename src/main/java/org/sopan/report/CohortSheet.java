package org.sopan.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sopan.document.ReportSheet;
import org.sopan.platform.Dates;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;
import org.sopan.spi.certificate.Area;
import org.sopan.spi.certificate.Ink;
import org.sopan.spi.certificate.Sheet;
import org.sopan.spi.certificate.TextBox;

/** The one page on which a director sees a cohort: who came how far, institute by institute, and who needs a hand. */
final class CohortSheet {
    private static final Ink GREEN = new Ink(0x0B5345);
    private static final Ink SOFT = new Ink(0x52606D);
    private static final Ink PALE = new Ink(0xE3E8E6);
    private static final Ink RED = new Ink(0xA93226);
    private static final double LEFT = 16;
    private static final double MIDDLE = 154;
    private static final double RIGHT = Sheet.WIDTH - 16;
    private static final double TOP = 66;
    private static final int MOST_INSTITUTES = 9;
    private final CohortDashboard shown;
    private final String subject;
    private final Language language;
    private final LocalDate date;

    CohortSheet(CohortDashboard shown, String subject, Language language, LocalDate date) {
        this.shown = shown;
        this.subject = subject;
        this.language = language;
        this.date = date;
    }

    String title() {
        return printable(shown.cohort().title().in(language)) + " · " + words("sheet.title");
    }

    void draw(ReportSheet sheet) {
        head(sheet);
        funnel(sheet);
        institutes(sheet);
        figures(sheet);
        foot(sheet);
    }

    private void head(ReportSheet sheet) {
        CohortDashboard.CohortRef cohort = shown.cohort();
        sheet.fill(new Area(0, 0, Sheet.WIDTH, 5), GREEN);
        text(sheet, TextBox.at(LEFT, 18, 180).ink(SOFT), words("sheet.title"));
        text(sheet, TextBox.at(RIGHT - 80, 18, 80).align(TextBox.Align.RIGHT).ink(SOFT), Dates.day(date, language));
        text(
                sheet,
                TextBox.at(LEFT, 31, RIGHT - LEFT)
                        .size(22)
                        .weight(TextBox.Weight.SEMIBOLD)
                        .ink(GREEN)
                        .heading(true),
                cohort.title().in(language));
        text(sheet, TextBox.at(LEFT, 41, RIGHT - LEFT).size(12), subject);
        text(
                sheet,
                TextBox.at(LEFT, 49, RIGHT - LEFT).ink(SOFT),
                cohort.hostName().in(language) + " · "
                        + words(
                                "sheet.dates",
                                Dates.day(cohort.starts(), language),
                                Dates.day(cohort.ends(), language)));
        sheet.line(LEFT, 54, RIGHT, 54, 0.3, SOFT);
    }

    /** A bar of a chart. */
    private record Line(String label, int number, int of, Ink ink, String value) {}

    private void funnel(ReportSheet sheet) {
        CohortDashboard.Funnel funnel = shown.funnel();
        int all = funnel.enrolled();
        List<Line> lines = new ArrayList<>();
        lines.add(line("sheet.enrolled", all, all, GREEN));
        lines.add(line("state.invited", funnel.invited(), all, GREEN));
        lines.add(line("state.active", funnel.active(), all, GREEN));
        lines.add(line("state.completed", funnel.completed(), all, GREEN));
        lines.add(line("sheet.certified", funnel.certified(), all, GREEN));
        lines.add(line("state.withdrawn", funnel.withdrawn(), all, RED));
        lines.add(line("state.lapsed", funnel.lapsed(), all, RED));
        bars(sheet, new Area(LEFT, TOP, MIDDLE - LEFT - 12, 10), 34, words("sheet.funnel"), lines);
    }

    private Line line(String key, int number, int of, Ink ink) {
        return new Line(words(key), number, of, ink, digits(number));
    }

    private void institutes(ReportSheet sheet) {
        List<CohortDashboard.InstituteDone> all = shown.perInstitute();
        List<Line> lines = new ArrayList<>();
        for (CohortDashboard.InstituteDone each : all.subList(0, Math.min(MOST_INSTITUTES, all.size()))) {
            lines.add(institute(each.name().in(language), each.completed(), each.of()));
        }
        if (all.size() > MOST_INSTITUTES) {
            List<CohortDashboard.InstituteDone> others = all.subList(MOST_INSTITUTES, all.size());
            lines.add(institute(
                    words("sheet.others", others.size()),
                    others.stream()
                            .mapToInt(CohortDashboard.InstituteDone::completed)
                            .sum(),
                    others.stream().mapToInt(CohortDashboard.InstituteDone::of).sum()));
        }
        bars(sheet, new Area(MIDDLE, TOP, RIGHT - MIDDLE, 10), 52, words("sheet.institutes"), lines);
    }

    private Line institute(String name, int completed, int of) {
        Integer percent = InstituteDashboard.Numbers.percent(completed, of);
        return new Line(name, completed, of, GREEN, words("sheet.rate", percent == null ? 0 : percent, completed, of));
    }

    /** A heading, then for each line its label, its bar on a pale ground, and its value. */
    private void bars(ReportSheet sheet, Area first, double label, String heading, List<Line> lines) {
        text(sheet, TextBox.at(first.x(), first.y(), first.width()).weight(TextBox.Weight.SEMIBOLD), heading);
        double value = 30;
        double from = first.x() + label + 2;
        double whole = first.width() - label - value - 4;
        double y = first.y() + 5;
        double pitch = Math.min(11, 92.0 / Math.max(1, lines.size()));
        List<ReportSheet.Bar> drawn = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double top = y + i * pitch + 1;
            double share = line.of() == 0 ? 0 : (double) line.number() / line.of();
            drawn.add(new ReportSheet.Bar(new Area(from, top, whole, pitch - 4), PALE));
            if (share > 0) {
                drawn.add(new ReportSheet.Bar(new Area(from, top, whole * share, pitch - 4), line.ink()));
            }
        }
        if (!lines.isEmpty()) {
            String told = lines.stream()
                    .map(line -> printable(line.label()) + ": " + line.value())
                    .collect(Collectors.joining("; "));
            sheet.chart(new Area(from, y, whole, pitch * lines.size()), drawn, language, heading + ". " + told);
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double baseline = y + i * pitch + 1 + (pitch - 4) / 2 + 1.4;
            label(sheet, TextBox.at(first.x(), baseline, label).size(9).lines(2), line.label());
            text(
                    sheet,
                    TextBox.at(from + whole + 2, baseline, value).size(10).weight(TextBox.Weight.SEMIBOLD),
                    line.value());
        }
    }

    private void figures(ReportSheet sheet) {
        CohortDashboard.AtRisk atRisk = shown.atRisk();
        Integer median = shown.medianDaysToFinish();
        List<String[]> boxes = List.of(
                new String[] {median == null ? "–" : digits(median), words("sheet.median")},
                new String[] {digits(atRisk.total()), words("sheet.at-risk")},
                new String[] {digits(reason("no-activity")), words("sheet.no-activity")},
                new String[] {digits(reason("due-soon")), words("sheet.due-soon")},
                new String[] {digits(reason("failing-quiz")), words("sheet.failing-quiz")});
        double gap = 4;
        double width = (RIGHT - LEFT - gap * (boxes.size() - 1)) / boxes.size();
        for (int i = 0; i < boxes.size(); i++) {
            double x = LEFT + i * (width + gap);
            sheet.frame(new Area(x, 168, width, 25), 0.25, SOFT);
            text(
                    sheet,
                    TextBox.at(x + 3, 178, width - 6)
                            .size(18)
                            .weight(TextBox.Weight.SEMIBOLD)
                            .ink(i == 0 ? GREEN : RED),
                    boxes.get(i)[0]);
            text(sheet, TextBox.at(x + 3, 184.5, width - 6).size(9).lines(2).ink(SOFT), boxes.get(i)[1]);
        }
    }

    private int reason(String word) {
        return shown.atRisk().reasons().getOrDefault(word, 0);
    }

    private void foot(ReportSheet sheet) {
        text(
                sheet,
                TextBox.at(LEFT, 201, RIGHT - LEFT).size(8.5).ink(SOFT),
                words(shown.whole() ? "sheet.whole" : "sheet.own"));
    }

    /** Two lines stand around the baseline that one would have. */
    private void label(ReportSheet sheet, TextBox box, String words) {
        String fitting = fitting(sheet, box, words);
        sheet.text(box.movedTo(box.baseline() - sheet.depth(box, fitting) / 2), language, fitting);
    }

    private void text(ReportSheet sheet, TextBox box, String words) {
        sheet.text(box, language, fitting(sheet, box, words));
    }

    /** The words, or as many of them as even the smallest type lets into the box. */
    private static String fitting(ReportSheet sheet, TextBox box, String words) {
        String all = printable(words);
        for (int length = all.length(); length > 0; length = length * 3 / 4) {
            String some =
                    length == all.length() ? all : all.substring(0, length).strip() + "…";
            try {
                sheet.depth(box, some);
                return some;
            } catch (DomainException.Invalid tooLong) {
                // tried again with fewer
            }
        }
        return "–";
    }

    private String words(String key, Object... values) {
        return ReportWords.of(language, key, values);
    }

    private String digits(int number) {
        return BanglaDigits.in(language, Integer.toString(number));
    }

    /** What our typeface has; a title may hold anything, and a report is better with a gap than not at all. */
    private static String printable(String words) {
        String plain = words.replaceAll(
                "[^\\p{IsBengali}\\u0020-\\u007E\\u00A0-\\u00FF\\u0964\\u0965\\u200C\\u200D–—‘’“”…·]", "");
        return plain.isBlank() ? "–" : plain;
    }
}
