package org.sopan.shared;

import org.jspecify.annotations.Nullable;

/**
 * Text for people in English and Bangla. One language may be missing, but never both; a reader of the missing one is
 * shown the other.
 */
public record LocalizedText(@Nullable String en, @Nullable String bn) {

    public LocalizedText {
        en = blankToNull(en);
        bn = blankToNull(bn);
        if (en == null && bn == null) {
            throw new IllegalArgumentException("text is missing in both languages");
        }
    }

    public static LocalizedText of(String en, String bn) {
        return new LocalizedText(en, bn);
    }

    /** The text in the reader's language, else in the other. */
    public String in(Language language) {
        String wanted = exactly(language);
        if (wanted != null) {
            return wanted;
        }
        String other = exactly(language.other());
        return other == null ? "" : other;
    }

    /** The text in this language, or null where it is missing. */
    public @Nullable String exactly(Language language) {
        return language == Language.BN ? bn : en;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
