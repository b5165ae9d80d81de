package org.sopan.identity.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.CorrectionRequest;
import org.sopan.identity.DecideCorrection;
import org.sopan.identity.Person;
import org.sopan.shared.LocalizedText;

/**
 * What is asked to be corrected, and what became of it; for staff also of whom, and whom it needs to decide.
 *
 * @param certificates serials of valid certificates that say something else than the record does now
 */
public record CorrectionView(
        String id,
        @Nullable PersonRef person,
        @Nullable LocalizedText name,
        @Nullable LocalizedText designation,
        String reason,
        String state,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable String needs,
        @Nullable List<String> certificates) {

    /** Someone as the record says now. */
    public record PersonRef(
            String id,
            String email,
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation,
            @Nullable String institute) {
        static PersonRef of(Person person) {
            return new PersonRef(
                    person.id().toString(), person.email(), person.name(), person.designation(), person.organization());
        }
    }

    static CorrectionView own(CorrectionRequest request) {
        return view(request, null, null, null);
    }

    static CorrectionView seen(DecideCorrection.Seen seen) {
        return view(
                seen.request(),
                PersonRef.of(seen.person()),
                seen.onlyAdministrators() ? "administrator" : "coordinator",
                seen.outdated());
    }

    private static CorrectionView view(
            CorrectionRequest request,
            @Nullable PersonRef person,
            @Nullable String needs,
            @Nullable List<String> certificates) {
        return new CorrectionView(
                request.id().toString(),
                person,
                request.name(),
                request.designation(),
                request.reason(),
                request.state().word(),
                request.askedAt(),
                request.decidedAt(),
                request.note(),
                needs,
                certificates);
    }
}
