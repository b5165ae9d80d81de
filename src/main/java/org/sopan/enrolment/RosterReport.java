package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.RosterRow.CellError;
import org.sopan.platform.Words;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.Language;

/**
 * The uploaded rows as a workbook, with the bad cells marked and what is wrong beside them in the reader's language; it
 * can be corrected and uploaded again.
 */
@ApplicationScoped
public class RosterReport {
    private final ShowRoster showRoster;

    @Inject
    public RosterReport(ShowRoster showRoster) {
        this.showRoster = showRoster;
    }

    public void write(UUID plan, Language language, OutputStream out) throws IOException {
        try (RosterBook book = new RosterBook()) {
            Sheet sheet = book.list(
                    word(language, "sheet"),
                    language,
                    word(language, "row"),
                    word(language, "action"),
                    word(language, "fault"));
            showRoster.each(plan, line -> line(book, sheet, line, language));
            book.write(out);
        }
    }

    private static String word(Language language, String word) {
        return Words.of(language, "roster-report." + word, "roster.invalid");
    }

    private static void line(RosterBook book, Sheet sheet, RosterLine line, Language language) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        boolean rejected = line.action() == Action.rejected;
        Set<String> wrong =
                line.verdict().errors().stream().map(CellError::column).collect(Collectors.toSet());
        for (RosterColumn column : RosterColumn.values()) {
            String text = line.cells().text(column);
            boolean bad = rejected && wrong.contains(column.name());
            if (text != null || bad) {
                book.cell(row, column.ordinal(), text == null ? "" : text, bad ? book.wrong() : book.plain());
            }
        }
        int next = RosterColumn.values().length;
        book.cell(row, next, BanglaDigits.in(language, Integer.toString(line.row())), book.plain());
        book.cell(row, next + 1, word(language, line.action().name()), book.plain());
        if (rejected) {
            book.cell(row, next + 2, faults(line, language), book.wrong());
        } else if (!line.verdict().notes().isEmpty()) {
            book.cell(row, next + 2, notes(line, language), book.plain());
        }
    }

    private static String faults(RosterLine line, Language language) {
        return line.verdict().errors().stream()
                .map(error -> said(error.column(), error.code(), language))
                .collect(Collectors.joining("; "));
    }

    private static String notes(RosterLine line, Language language) {
        return line.verdict().notes().stream()
                .map(note -> said(note.column(), note.code(), language))
                .collect(Collectors.joining("; "));
    }

    private static String said(String column, String code, Language language) {
        String label =
                RosterColumn.named(column).map(known -> known.label(language)).orElse(column);
        return label + ": " + Words.of(language, "roster." + code, "roster.invalid");
    }
}
