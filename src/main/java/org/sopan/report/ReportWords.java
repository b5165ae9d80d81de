package org.sopan.report;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.Language;

/** The words of headings and sheets in both languages. */
final class ReportWords {
    private static final Map<Language, ResourceBundle> BUNDLES =
            Map.of(Language.EN, bundle(Language.EN), Language.BN, bundle(Language.BN));

    private ReportWords() {}

    /** The words of this key, with values at {@code {0}}, {@code {1}} …; numbers in the reader's digits. */
    static String of(Language language, String key, Object... values) {
        String words = bundleOf(language).getString(key);
        for (int i = 0; i < values.length; i++) {
            words = words.replace("{" + i + "}", BanglaDigits.in(language, String.valueOf(values[i])));
        }
        return words;
    }

    static ResourceBundle bundleOf(Language language) {
        return java.util.Objects.requireNonNull(BUNDLES.get(language));
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "org.sopan.report.words_" + language.code(), Locale.ROOT, ReportWords.class.getClassLoader());
    }
}
