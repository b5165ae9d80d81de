package org.sopan.enrolment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sopan.document.BijoyText;

/** What a column's cells, one after the other, tell about whether it was typed in Bijoy. */
final class BijoyNote {
    private static final int SAMPLES = 5;
    private final Map<String, String> byFont = new LinkedHashMap<>();
    private final Map<String, String> byLooks = new LinkedHashMap<>();
    private BijoyText.Looks looks = BijoyText.Looks.NONE;

    /** A cell whose font says nothing. */
    void take(String text) {
        BijoyText.Looks one = BijoyText.looks(text);
        looks = looks.and(one);
        if (one.telling() > 0 && byLooks.size() < SAMPLES) {
            byLooks.put(text, BijoyText.toUnicode(text));
        }
    }

    /** A cell that stands in a Bijoy font, or parts of it; and how it would be read. */
    void take(String text, String read) {
        if (byFont.size() < SAMPLES) {
            byFont.put(text, read);
        }
    }

    boolean isLikely() {
        return !byFont.isEmpty() || looks.isLikely();
    }

    ColumnNote asColumn(RosterColumn column) {
        List<ColumnNote.Sample> samples = new ArrayList<>();
        (byFont.isEmpty() ? byLooks : byFont).forEach((from, to) -> samples.add(new ColumnNote.Sample(from, to)));
        return new ColumnNote(column.name(), !byFont.isEmpty(), samples, null);
    }
}
