package org.sopan.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.CleanText;

/**
 * Looks for people by words of name, e-mail, service id and phone. All is compared in one form: small letters, no joiners,
 * য় ড় ঢ় as two characters.
 */
public final class PersonWords {
    private static final int MOST = 6;

    private PersonWords() {}

    /** What each word that someone typed is compared with. */
    public static List<String> patterns(@Nullable String typed) {
        String clean = CleanText.line(typed == null ? "" : typed).replaceAll("[\\u200C\\u200D]", "");
        return List.of(BanglaDigits.toLatin(Normalizer.normalize(clean, Normalizer.Form.NFC))
                        .toLowerCase(Locale.ROOT)
                        .split(" "))
                .stream()
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .map(word -> "%" + word.replaceAll("([!%_])", "!$1") + "%")
                .toList();
    }

    /**
     * The condition in SQL for one pattern.
     *
     * @param person the name under which the query knows the person
     * @param place where the pattern stands among the query's values
     */
    public static String condition(String person, String place) {
        String all = "coalesce({p}.name_en, '') || ' ' || coalesce({p}.name_bn, '') || ' ' || {p}.email || ' '"
                + " || coalesce({p}.service_id, '') || ' ' || coalesce({p}.phone, '')";
        return folded(all.replace("{p}", person)) + " like " + place + " escape '!'";
    }

    private static String folded(String text) {
        String folded = "lower(" + text + ")";
        String[][] same = {
            {"\u200C", ""},
            {"\u200D", ""},
            {"\u09DF", "\u09AF\u09BC"},
            {"\u09DC", "\u09A1\u09BC"},
            {"\u09DD", "\u09A2\u09BC"}
        };
        for (String[] pair : same) {
            folded = "replace(" + folded + ", '" + pair[0] + "', '" + pair[1] + "')";
        }
        return folded;
    }
}
