package org.sopan.course;

import jakarta.json.JsonObject;
import java.util.Locale;

/**
 * One question. What its type needs (prompt, choices, key, feedback) is the definition, as the author wrote it, with
 * every text for people already rendered to safe HTML in both languages.
 */
public record Item(String id, Use use, String type, String outcome, Level level, int points, JsonObject definition) {

    /** Practice items belong to the module's quiz; test items are drawn by tests only, and their key is never shown. */
    public enum Use {
        PRACTICE,
        TEST;

        static Use of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
