package org.sopan.course;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** A figure, a rate or an office-holder, kept in one place with its source and the day somebody last checked it. */
record Fact(LocalizedText value, @Nullable LocalizedText unit, Source source, LocalDate asOf) {
    /** What Bangla writes onto the number: the percent sign and the counting suffixes. */
    private static final Pattern JOINED = Pattern.compile("%.*|(টি|টা|খানা|তম)(\\s.*)?");

    static Fact of(YamlNode node) {
        return new Fact(
                node.at("value").localized(),
                node.has("unit") ? node.at("unit").localized() : null,
                Source.of(node.at("source")),
                LocalDate.parse(node.at("asOf").text()));
    }

    /** The words that stand in a lesson, such as {@code 5 clusters}, {@code ৫টি ক্লাস্টার} or {@code ১৭.৮%}. */
    String in(Language language) {
        String number = BanglaDigits.in(language, value.in(language));
        if (unit == null) {
            return number;
        }
        String word = unit.in(language);
        return JOINED.matcher(word).matches() ? number + word : number + " " + word;
    }
}
