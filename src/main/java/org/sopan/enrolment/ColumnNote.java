package org.sopan.enrolment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that seems to be typed in Bijoy, and what was answered.
 *
 * @param byFont whether the font says so of single cells; else the text itself looks like it
 * @param bijoy the answer, or null until there is one
 */
public record ColumnNote(String column, boolean byFont, List<Sample> samples, @Nullable Boolean bijoy) {
    public ColumnNote {
        samples = samples == null ? List.of() : List.copyOf(samples);
    }

    /** A cell as it is, and as it would be read. */
    public record Sample(String from, String to) {}

    ColumnNote answered(@Nullable Boolean answer) {
        return new ColumnNote(column, byFont, samples, answer);
    }

    /** Whether this row's cell is one that the answer is about. */
    boolean concerns(RosterCells cells) {
        String text = cells.texts().get(column);
        return byFont ? cells.bijoy().contains(column) : text != null && !Roster.hasBangla(text);
    }
}
