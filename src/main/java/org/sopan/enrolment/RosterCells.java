package org.sopan.enrolment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.document.BijoyText;
import org.sopan.shared.CleanText;

/**
 * The cells of a row as they were uploaded, by column: text on one line, which of it stands in a Bijoy font, what the file
 * itself says is wrong with a cell, and how one of which only parts are in Bijoy is read, should that be confirmed.
 */
public record RosterCells(
        Map<String, String> texts, List<String> bijoy, Map<String, String> faults, Map<String, String> inParts) {
    public RosterCells {
        texts = orNone(texts);
        bijoy = bijoy == null ? List.of() : List.copyOf(bijoy);
        faults = orNone(faults);
        inParts = orNone(inParts);
    }

    @Nullable
    String text(RosterColumn column) {
        return texts.get(column.name());
    }

    /** The same in Unicode, where all of it or parts of it are in Bijoy. */
    @Nullable
    String unicode(RosterColumn column) {
        String text = text(column);
        return text == null ? null : inParts.getOrDefault(column.name(), CleanText.line(BijoyText.toUnicode(text)));
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }
}
