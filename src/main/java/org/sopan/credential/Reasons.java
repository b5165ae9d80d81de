package org.sopan.credential;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.LocalizedText;

/**
 * Why a certificate was changed: closed lists of codes, and what the public is told for each, in neutral words only,
 * whatever was noted inside.
 */
public final class Reasons {
    public static final String OTHER = "other";

    public static final List<String> OF_REVOCATION =
            List.of("issued-in-error", "conditions-not-met", "misconduct-established", "holder-request", OTHER);
    public static final List<String> OF_REPLACEMENT =
            List.of("name-correction", "designation-correction", "correction", "damaged", OTHER);

    private static final LocalizedText REVOKED =
            LocalizedText.of("Withdrawn by the issuing authority", "প্রদানকারী কর্তৃপক্ষ প্রত্যাহার করেছে");
    private static final LocalizedText REPLACED =
            LocalizedText.of("Replaced by the issuing authority", "প্রদানকারী কর্তৃপক্ষ নতুন সনদ দিয়েছে");
    private static final Map<String, LocalizedText> WORDS = Map.of(
            "issued-in-error", LocalizedText.of("Issued in error", "ভুলক্রমে প্রদত্ত"),
            "conditions-not-met", LocalizedText.of("The conditions of the award were not met", "সনদের শর্ত পূরণ হয়নি"),
            "misconduct-established",
                    LocalizedText.of("Withdrawn after an inquiry", "তদন্তের পর প্রত্যাহার করা হয়েছে"),
            "holder-request", LocalizedText.of("At the holder's request", "সনদধারীর অনুরোধে"),
            "name-correction",
                    LocalizedText.of("Replaced after a correction of the name", "নাম সংশোধনের পর প্রতিস্থাপিত"),
            "designation-correction",
                    LocalizedText.of("Replaced after a correction of the designation", "পদবি সংশোধনের পর প্রতিস্থাপিত"),
            "correction", LocalizedText.of("Replaced after a correction", "সংশোধনের পর প্রতিস্থাপিত"),
            "damaged", LocalizedText.of("Issued anew for a damaged paper", "নষ্ট সনদের বদলে নতুন করে প্রদত্ত"));

    private Reasons() {}

    /** A code of the list, and a note that stays inside. */
    record Given(String code, @Nullable String note) {}

    public static LocalizedText inPublic(Certificate certificate) {
        LocalizedText fallback = certificate.status() == Certificate.Status.SUPERSEDED ? REPLACED : REVOKED;
        return Objects.requireNonNull(WORDS.getOrDefault(String.valueOf(certificate.reason()), fallback));
    }

    /**
     * Takes what a client sent. Free text, which clients of earlier versions send, becomes the note; what looks like a
     * code and is none is refused with the list.
     */
    static Given of(List<String> known, String reason, @Nullable String note) {
        String given = reason.strip();
        if (known.contains(given)) {
            return new Given(given, note);
        }
        if (given.matches("[a-z]+(-[a-z]+)+")) {
            throw Invalid.refused(
                    "unknown-reason", new FieldError("reason", "unknown-reason", String.join(", ", known)));
        }
        return new Given(OTHER, note == null || note.isBlank() ? given : given + "\n" + note);
    }
}
