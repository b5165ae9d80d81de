package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.LocalizedText;

/** Asks for a correction of one's name or designation; a language that is not named stays. */
@ApplicationScoped
public class AskForCorrection {
    private final PeopleInCare inCare;
    private final Corrections corrections;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public AskForCorrection(
            PeopleInCare inCare,
            Corrections corrections,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this.inCare = inCare;
        this.corrections = corrections;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    @Transactional
    public CorrectionRequest ask(@Nullable LocalizedText name, @Nullable LocalizedText designation, String reason) {
        LocalizedText wishedName = CleanText.line(name, "name");
        LocalizedText wishedDesignation = CleanText.line(designation, "designation");
        Person person = inCare.self();
        if (!differs(wishedName, person.name()) && !differs(wishedDesignation, person.designation())) {
            throw DomainException.Invalid.refused("invalid-input", new FieldError("name", "unchanged"));
        }
        if (corrections.anyOpen(person.id())) {
            throw new DomainException.Conflict("correction-open");
        }
        CorrectionRequest request = new CorrectionRequest(
                randomness.id(), person.id(), wishedName, wishedDesignation, reason.strip(), clock.instant());
        corrections.add(request);
        audit.record(
                caller.person(),
                "correction-asked",
                person.id().toString(),
                ChangeProfile.details(person, "request", request.id().toString()));
        return request;
    }

    /** One's own requests, the latest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<CorrectionRequest> own() {
        return corrections.of(caller.person());
    }

    private static boolean differs(@Nullable LocalizedText wished, @Nullable LocalizedText now) {
        return wished != null
                && (differs(wished.en(), now == null ? null : now.en())
                        || differs(wished.bn(), now == null ? null : now.bn()));
    }

    private static boolean differs(@Nullable String wished, @Nullable String now) {
        return wished != null && !wished.equals(now);
    }
}
