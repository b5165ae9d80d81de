package org.sopan.document;

import java.util.Map;
import java.util.Optional;
import org.sopan.shared.DomainException.Invalid;

/** What our typeface has of the characters of a text, and what it sets in place of a few signs that it lacks. */
public final class Printable {
    private static final Map<Character, String> SIGNS = Map.ofEntries(
            Map.entry('→', "›"),
            Map.entry('←', "‹"),
            Map.entry('⇒', "»"),
            Map.entry('−', "–"),
            Map.entry('☐', "[ ]"),
            Map.entry('□', "[ ]"),
            Map.entry('✓', "√"),
            Map.entry('✔', "√"),
            Map.entry('✗', "×"),
            Map.entry('■', "•"),
            Map.entry('●', "•"));

    private Printable() {}

    /** The words as they are printed. */
    static String instead(String words) {
        StringBuilder printed = new StringBuilder();
        for (char c : words.toCharArray()) {
            printed.append(SIGNS.getOrDefault(c, String.valueOf(c)));
        }
        return printed.toString();
    }

    /** A character that cannot be printed, with its number, such as {@code U+2610 ☐}. */
    public static Optional<String> missing(String words) {
        for (String word : instead(words).split("\\s+")) {
            try {
                ShapedText.shape(Typeface.REGULAR, word);
            } catch (Invalid unprintable) {
                return unprintable.errors().stream()
                        .map(error -> String.valueOf(error.message()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }
}
