package org.sopan.report;

import java.util.List;
import org.sopan.shared.LocalizedText;

/**
 * People of an institute by steps of a course. A cell is {@code -} not required, {@code o} open, {@code d} done,
 * {@code 72} the best percent, not passed, {@code 72d} passed.
 */
public record Matrix(List<Column> columns, List<Row> people, long total) {
    /** A step of the course. */
    public record Column(String kind, String id, LocalizedText title) {}

    /** One enrolment: its person, state and cells in the order of the columns. */
    public record Row(String id, LocalizedText name, String email, int percent, String state, List<String> cells) {}
}
