package org.sopan.enrolment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sopan.document.BijoyText;

/** What a column's cells, one after the other, tell about whether it was typed in Bijoy. */
final class BijoyNote {
    private static final int SAMPLES = 5;
    private final Set<String> byFont = new LinkedHashSet<>();
    private final Set<String> byLooks = new LinkedHashSet<>();
    private BijoyText.Looks looks = BijoyText.Looks.NONE;

    void take(String text, boolean bijoyFont) {
        BijoyText.Looks one = BijoyText.looks(text);
        looks = looks.and(one);
        if (bijoyFont && byFont.size() < SAMPLES) {
            byFont.add(text);
        } else if (one.telling() > 0 && byLooks.size() < SAMPLES) {
            byLooks.add(text);
        }
    }

    boolean isLikely() {
        return !byFont.isEmpty() || looks.isLikely();
    }

    ColumnNote asColumn(RosterColumn column) {
        List<ColumnNote.Sample> samples = (byFont.isEmpty() ? byLooks : byFont)
                .stream()
                        .map(text -> new ColumnNote.Sample(text, BijoyText.toUnicode(text)))
                        .toList();
        return new ColumnNote(column.name(), !byFont.isEmpty(), samples, null);
    }
}
