package org.sopan.platform;

import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.sopan.shared.Language;

/** The words of statuses, problems and fields in both languages. */
public final class Words {
    private static final Map<Language, ResourceBundle> BUNDLES = Map.of(
            Language.EN, bundle(Language.EN),
            Language.BN, bundle(Language.BN));

    private Words() {}

    /** The words of this code, or of the fallback where the code has none of its own. */
    public static String of(Language language, String code, String fallback) {
        ResourceBundle bundle = BUNDLES.get(language);
        if (bundle == null) {
            throw new MissingResourceException("no words", Words.class.getName(), language.code());
        }
        return bundle.containsKey(code) ? bundle.getString(code) : bundle.getString(fallback);
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "org.sopan.platform.problems_" + language.code(), java.util.Locale.ROOT, Words.class.getClassLoader());
    }
}
