package org.sopan.shared;

import java.util.Locale;
import java.util.Optional;

/** The two languages of the programme, named by their ISO 639-1 codes. */
public enum Language {
    BN,
    EN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Language other() {
        return this == BN ? EN : BN;
    }

    public Locale locale() {
        return Locale.forLanguageTag(this == BN ? "bn-BD" : "en-GB");
    }

    /** The language of a tag such as {@code bn}, {@code bn-BD} or {@code en}; empty for any other. */
    public static Optional<Language> ofTag(String tag) {
        String code = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return switch (code) {
            case "bn" -> Optional.of(BN);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }
}
