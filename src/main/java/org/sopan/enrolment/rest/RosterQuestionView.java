package org.sopan.enrolment.rest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.ColumnNote;
import org.sopan.enrolment.RosterLine;

/**
 * What a plan asks: whether a row is the same person as one who is known, or as an earlier row ({@code same-person}), and
 * whether a column is typed in Bijoy ({@code bijoy}); the latter stays with its answer.
 *
 * @param others how many more people or rows it might be
 */
public record RosterQuestionView(
        String kind,
        @Nullable Integer row,
        RosterLine.@Nullable Known person,
        @Nullable Integer otherRow,
        @Nullable Integer others,
        @Nullable String column,
        @Nullable List<ColumnNote.Sample> samples,
        @Nullable Boolean bijoy) {

    static RosterQuestionView of(ColumnNote note) {
        return new RosterQuestionView("bijoy", null, null, null, null, note.column(), note.samples(), note.bijoy());
    }

    static RosterQuestionView of(RosterLine line) {
        RosterLine.Question question = Objects.requireNonNull(line.verdict().question());
        return new RosterQuestionView(
                "same-person", line.row(), question.person(), question.otherRow(), question.others(), null, null, null);
    }
}
