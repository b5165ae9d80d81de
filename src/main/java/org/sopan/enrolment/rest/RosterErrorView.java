package org.sopan.enrolment.rest;

import java.util.List;
import org.sopan.enrolment.RosterLine;
import org.sopan.platform.Words;
import org.sopan.shared.Language;

/** A cell that keeps its row out, or is left out of it, and why, in the reader's language. */
public record RosterErrorView(int row, String column, String code, String message) {

    static List<RosterErrorView> of(RosterLine line, Language language) {
        return line.verdict().errors().stream()
                .map(error -> of(error.row(), error.column(), error.code(), language))
                .toList();
    }

    static List<RosterErrorView> notes(RosterLine line, Language language) {
        return line.verdict().notes().stream()
                .map(note -> of(line.row(), note.column(), note.code(), language))
                .toList();
    }

    private static RosterErrorView of(int row, String column, String code, Language language) {
        return new RosterErrorView(row, column, code, Words.of(language, "roster." + code, "roster.invalid"));
    }
}
