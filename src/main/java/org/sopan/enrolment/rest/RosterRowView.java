package org.sopan.enrolment.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.ColumnNote;
import org.sopan.enrolment.RosterLine;
import org.sopan.identity.FieldChange;
import org.sopan.shared.Language;

/** A row of a plan: how it is read, and what would happen. */
public record RosterRowView(
        int row,
        String action,
        Map<String, String> values,
        List<FieldChange> changes,
        List<RosterErrorView> errors,
        List<RosterErrorView> notes,
        @Nullable RosterQuestionView question,
        @Nullable String decision) {

    static RosterRowView of(RosterLine line, List<ColumnNote> notes, Language language) {
        return new RosterRowView(
                line.row(),
                line.action().name(),
                line.values(notes),
                line.verdict().changes(),
                RosterErrorView.of(line, language),
                RosterErrorView.notes(line, language),
                line.verdict().question() == null ? null : RosterQuestionView.of(line),
                line.decision() == null ? null : line.decision().name());
    }
}
