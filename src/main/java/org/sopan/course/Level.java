package org.sopan.course;

import java.util.Locale;

/** What an outcome or an item asks of a learner: Bloom's verb families, from the easiest to the hardest. */
public enum Level {
    REMEMBER,
    UNDERSTAND,
    APPLY,
    ANALYSE,
    EVALUATE,
    CREATE;

    /** As authors write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Level of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
