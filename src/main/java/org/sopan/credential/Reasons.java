package org.sopan.credential;

import java.util.Map;
import org.sopan.shared.LocalizedText;

/** Why a certificate was changed, as the public is told: in neutral words only, whatever was noted inside. */
public final class Reasons {
    private static final LocalizedText OTHER =
            LocalizedText.of("Withdrawn by the issuing authority", "প্রদানকারী কর্তৃপক্ষ প্রত্যাহার করেছে");
    private static final Map<String, LocalizedText> WORDS = Map.of(
            "issued-in-error", LocalizedText.of("Issued in error", "ভুলক্রমে প্রদত্ত"),
            "holder-request", LocalizedText.of("At the holder's request", "সনদধারীর অনুরোধে"),
            "name-correction",
                    LocalizedText.of("Replaced after a correction of the name", "নাম সংশোধনের পর প্রতিস্থাপিত"),
            "correction", LocalizedText.of("Replaced after a correction", "সংশোধনের পর প্রতিস্থাপিত"));

    private Reasons() {}

    public static LocalizedText inPublic(Certificate certificate) {
        LocalizedText fallback = certificate.status() == Certificate.Status.SUPERSEDED
                ? java.util.Objects.requireNonNull(WORDS.get("correction"))
                : OTHER;
        return WORDS.getOrDefault(String.valueOf(certificate.reason()), fallback);
    }
}
