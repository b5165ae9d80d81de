package org.sopan.enrolment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row as they were uploaded, by column: text on one line, which of it stands in a Bijoy font, and what the
 * file itself says is wrong with a cell.
 */
public record RosterCells(Map<String, String> texts, List<String> bijoy, Map<String, String> faults) {
    public RosterCells {
        texts = orNone(texts);
        bijoy = bijoy == null ? List.of() : List.copyOf(bijoy);
        faults = orNone(faults);
    }

    @Nullable
    String text(RosterColumn column) {
        return texts.get(column.name());
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }
}
