package org.sopan.course;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/**
 * In which languages a course's certificates are written: in both where the holder's name is known in both, or in one
 * whatever is known in the other.
 */
public enum CertificateLanguages {
    BOTH(null),
    BN(Language.BN),
    EN(Language.EN);

    private final @Nullable Language only;

    CertificateLanguages(@Nullable Language only) {
        this.only = only;
    }

    static CertificateLanguages of(String word) {
        return Optional.of(word)
                .flatMap(Language::ofTag)
                .map(language -> language == Language.BN ? BN : EN)
                .orElse(BOTH);
    }

    /** The language that leads on the paper of one who reads this language. */
    public Language first(Language reader) {
        return only == null ? reader : only;
    }

    /** As much of the text as the paper has; what is missing in its language stays in the other. */
    public LocalizedText of(LocalizedText text) {
        if (only == null || text.exactly(only) == null) {
            return text;
        }
        return only == Language.BN ? new LocalizedText(null, text.bn()) : new LocalizedText(text.en(), null);
    }
}
