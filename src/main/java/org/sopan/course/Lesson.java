package org.sopan.course;

import java.util.List;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/**
 * One reading of a module, as safe HTML in both languages. Its minutes are the reading time of the longer language at
 * 150 words a minute, and the minutes its author sets aside for activities.
 */
public record Lesson(String id, LocalizedText title, List<String> outcomes, int minutes, LocalizedText html) {

    public Lesson {
        outcomes = List.copyOf(outcomes);
    }

    public String html(Language language) {
        return html.in(language);
    }
}
