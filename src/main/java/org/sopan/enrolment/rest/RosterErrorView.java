package org.sopan.enrolment.rest;

import java.util.List;
import org.sopan.enrolment.RosterLine;
import org.sopan.platform.Words;
import org.sopan.shared.Language;

/** A cell that keeps its row out, and why, in the reader's language. */
public record RosterErrorView(int row, String column, String code, String message) {

    static List<RosterErrorView> of(RosterLine line, Language language) {
        return line.verdict().errors().stream()
                .map(error -> new RosterErrorView(
                        error.row(),
                        error.column(),
                        error.code(),
                        Words.of(language, "roster." + error.code(), "roster.invalid")))
                .toList();
    }
}
