package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.document.Listing;
import org.sopan.platform.Clocks;
import org.sopan.platform.Cursors;
import org.sopan.platform.Sql;
import org.sopan.shared.Language;

/** The matrix as a sheet: the same people in the same order, row by row. */
@ApplicationScoped
public class ExportMatrix {
    private static final int WIDE = 28;
    private static final int NARROW = 12;
    private final InstituteMatrix matrix;
    private final Cursors cursors;

    @Inject
    public ExportMatrix(InstituteMatrix matrix, Cursors cursors) {
        this.matrix = matrix;
        this.cursors = cursors;
    }

    /** Refuses now who may not read it; the rows are read when they are written. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Listing of(InstituteMatrix.Selection selection) {
        Outline outline = matrix.outline(selection);
        Sql rows = matrix.rows(matrix.which(selection, outline), selection);
        boolean[] required = outline.required(selection.institute());
        Language language = selection.reader();
        return new Listing(
                outline.course().title().in(language),
                language,
                headings(outline, language),
                taker -> cursors.each(
                        rows, row -> taker.accept(cells(matrix.row(Learning.of(row), outline, required), language))));
    }

    private static List<Listing.Heading> headings(Outline outline, Language language) {
        List<Listing.Heading> headings = new ArrayList<>();
        headings.add(new Listing.Heading(ReportWords.of(language, "heading.name"), WIDE));
        headings.add(new Listing.Heading(ReportWords.of(language, "heading.email"), WIDE));
        headings.add(new Listing.Heading(ReportWords.of(language, "heading.designation"), WIDE));
        headings.add(new Listing.Heading(ReportWords.of(language, "heading.state"), NARROW));
        headings.add(new Listing.Heading(ReportWords.of(language, "heading.percent"), NARROW));
        headings.add(new Listing.Heading(ReportWords.of(language, "heading.due"), NARROW));
        headings.add(new Listing.Heading(ReportWords.of(language, "heading.activity"), NARROW));
        outline.columns()
                .forEach(column ->
                        headings.add(new Listing.Heading(column.title().in(language), NARROW)));
        return headings;
    }

    private static List<@Nullable Object> cells(Matrix.Row row, Language language) {
        List<@Nullable Object> cells = new ArrayList<>(row.cells().size() + 7);
        cells.add(row.name().in(language));
        cells.add(row.email());
        cells.add(row.designation() == null ? null : row.designation().in(language));
        cells.add(ReportWords.of(language, "state." + row.state()));
        cells.add(row.percent());
        cells.add(row.due());
        cells.add(day(row.lastActivity()));
        row.cells().forEach(cell -> cells.add(number(cell)));
        return cells;
    }

    /** A percent that was not enough is a number, so that Excel can reckon with it. */
    private static Object number(String cell) {
        char last = cell.charAt(cell.length() - 1);
        return Character.isDigit(last) ? Integer.valueOf(cell) : cell;
    }

    static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, Clocks.DHAKA);
    }
}
