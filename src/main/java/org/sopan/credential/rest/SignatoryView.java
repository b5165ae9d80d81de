package org.sopan.credential.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.credential.Signatory;
import org.sopan.shared.LocalizedText;

/** Who signs: in which place, whose certificates, of which award, from when until when (both inclusive). */
public record SignatoryView(
        UUID id,
        LocalizedText name,
        LocalizedText designation,
        String organization,
        @Nullable String institute,
        @Nullable String award,
        int place,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String signature) {

    static SignatoryView of(Signatory signatory) {
        Signatory.Terms terms = signatory.terms();
        return new SignatoryView(
                signatory.id(),
                terms.name(),
                terms.designation(),
                terms.organization(),
                terms.institute(),
                terms.awardKind(),
                terms.position(),
                terms.from(),
                terms.until(),
                terms.signature());
    }
}
