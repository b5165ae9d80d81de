package org.sopan.enrolment;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name as it is compared: without honorifics, joiners, marks and case, composed or decomposed alike. Many type no blank
 * after মোঃ, so a visarga parts words here. Two people may share one; it only leads to a question.
 */
final class PlainName {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s.,:;ঃ()'\"\\-]+");
    private static final Pattern JOINERS = Pattern.compile("[\u200C\u200D]");
    private static final Set<String> HONORIFICS = Stream.of(
                    "জনাব জনাবা বেগম মো মোঃ মোহাম্মদ মুহাম্মদ মোহাম্মাদ মুহাম্মাদ মোহাঃ মোহা মোছাঃ মোছা মোসাঃ মোসা",
                    "মোছাম্মৎ মোসাম্মৎ মোসাম্মাৎ মিস মিসেস মি মিঃ মিজ শ্রী শ্রীমতি শ্রীমতী ডা ডাঃ ড ডঃ প্রফেসর অধ্যাপক",
                    "ইঞ্জি ইঞ্জিঃ ইঞ্জিনিয়ার প্রকৌশলী আলহাজ আলহাজ্ব",
                    "md mohd mohammad mohammed muhammad mst most mosammat mossammat mosammath mr mrs ms miss mx dr",
                    "prof professor engr eng engineer begum janab janaba alhaj alhajj sri shri smt")
            .flatMap(words -> Arrays.stream(words.split(" ")))
            .map(PlainName::composed)
            .collect(Collectors.toUnmodifiableSet());

    private PlainName() {}

    /** The name to compare, or null where there is none. */
    static @Nullable String of(@Nullable String name) {
        if (name == null) {
            return null;
        }
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(composed(name)))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> own =
                words.stream().filter(word -> !HONORIFICS.contains(word)).toList();
        String plain = String.join(" ", own.isEmpty() ? words : own);
        return plain.isEmpty() ? null : plain;
    }

    private static String composed(String text) {
        return JOINERS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
