package org.sopan.enrolment.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterLine.Decision;

/** Answers to a plan's questions; each replaces the earlier one, null takes it back. */
public record RosterDecisions(
        @Nullable @Valid @Size(max = 50_000) List<@NotNull RowDecision> rows,
        @Nullable @Valid @Size(max = 20) List<@NotNull ColumnDecision> columns) {

    /** About a row: the {@code same} person, a {@code different} one, or to {@code leave} it out. */
    public record RowDecision(
            @NotNull Integer row, @Nullable @Pattern(regexp = "same|different|leave") String decision) {}

    /** About a column: whether it is typed in Bijoy. */
    public record ColumnDecision(@NotNull String column, @Nullable Boolean bijoy) {}

    Map<Integer, @Nullable Decision> aboutRows() {
        Map<Integer, @Nullable Decision> answers = new HashMap<>();
        if (rows != null) {
            rows.forEach(each ->
                    answers.put(each.row(), each.decision() == null ? null : Decision.valueOf(each.decision())));
        }
        return answers;
    }

    Map<String, @Nullable Boolean> aboutColumns() {
        Map<String, @Nullable Boolean> answers = new HashMap<>();
        if (columns != null) {
            columns.forEach(each -> answers.put(each.column(), each.bijoy()));
        }
        return answers;
    }
}
