package org.sopan.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/**
 * Text as people type and paste it, made fit to store, compare and print: composed (NFC), on one line, without byte
 * order marks, zero-width spaces and direction marks. Joiners stay, Bangla needs them.
 */
public final class CleanText {
    /** The longest name, designation or title, in UTF-16 units. */
    public static final int LONGEST = 300;

    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\uFEFF\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\x00-\\x08\\x0E-\\x1F\\x7F]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

    private CleanText() {}

    public static String line(String typed) {
        String seen = Normalizer.normalize(INVISIBLE.matcher(typed).replaceAll(""), Normalizer.Form.NFC);
        return BLANKS.matcher(seen).replaceAll(" ").strip();
    }

    /** The same for addresses and numbers, which two people must not type differently without seeing it: no joiners. */
    public static String key(String typed) {
        return line(typed.replaceAll("[\\u200C\\u200D]", ""));
    }

    /**
     * The same for text in two languages; null stays null.
     *
     * @throws Invalid when a language is longer than {@link #LONGEST}, naming the field
     */
    public static @Nullable LocalizedText line(@Nullable LocalizedText typed, String field) {
        if (typed == null) {
            return null;
        }
        String en = typed.en() == null ? "" : line(typed.en());
        String bn = typed.bn() == null ? "" : line(typed.bn());
        if (en.length() > LONGEST || bn.length() > LONGEST) {
            throw Invalid.refused("invalid-input", new FieldError(field, "size"));
        }
        return en.isEmpty() && bn.isEmpty() ? null : new LocalizedText(en, bn);
    }
}
