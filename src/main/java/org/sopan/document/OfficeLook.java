package org.sopan.document;

import org.sopan.shared.BanglaDigits;
import org.sopan.shared.Language;

/** What Word files and slides have in common. */
final class OfficeLook {
    /** Part of every Windows since 8, with Bangla and Latin; other programs put a typeface of their own in its place. */
    static final String FONT = "Nirmala UI";

    /** How much wider than our own typeface the widest of those is that office programs put in its place. */
    static final double WIDER = 1.2;

    static final String GREEN = "0C5A52";
    static final String PALE = "E2F0ED";
    static final String LINES = "84948F";
    static final String GOLD = "F0B429";
    static final String SOFT = "50605C";

    private OfficeLook() {}

    /**
     * What stands before an entry of a numbered list where office programs cannot count: they know no Bangla digits, and
     * Bangla documents have them typed. Empty where the program itself counts.
     */
    static String typedNumber(Passage.Entry entry, Language language) {
        return language == Language.BN && entry.number() > 0 ? BanglaDigits.in(language, entry.number() + ".") : "";
    }

    /** The language of spelling and hyphenation, as office programs name it. */
    static String tag(Language language) {
        return language == Language.BN ? "bn-BD" : "en-GB";
    }
}
