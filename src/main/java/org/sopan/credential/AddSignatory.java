package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sopan.organization.Organization;
import org.sopan.organization.Organizations;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.LocalizedText;

/** An administrator names who signs from a day on. */
@ApplicationScoped
public class AddSignatory {
    private final Signatories signatories;
    private final SigningDesk desk;
    private final Pictures pictures;
    private final Organizations organizations;
    private final TrialPrint trialPrint;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public AddSignatory(
            Signatories signatories,
            SigningDesk desk,
            Pictures pictures,
            Organizations organizations,
            TrialPrint trialPrint,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this.signatories = signatories;
        this.desk = desk;
        this.pictures = pictures;
        this.organizations = organizations;
        this.trialPrint = trialPrint;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * Adds one; the same again gives the one that is there.
     *
     * @throws Conflict {@code place-taken} when another signs in that place on a day of hers, with who and when
     * @throws Invalid when the terms name what is not there, or could not be printed: one signatory who cannot be would
     *     hold up every certificate
     */
    @Transactional
    public Signatory add(Signatory.Terms wanted) {
        Signatory.Terms terms = clean(wanted);
        trialPrint.of(terms);
        desk.occupy();
        Optional<Signatory> taken = signatories.of(terms.place()).stream()
                .filter(each -> each.signsBetween(terms.from(), terms.until()))
                .findFirst();
        if (taken.isPresent()) {
            return same(taken.get(), terms);
        }
        Signatory signatory = new Signatory(randomness.id(), terms, clock.instant());
        signatories.add(signatory);
        audit.record(
                caller.person(),
                "signatory-added",
                signatory.id().toString(),
                Map.of("place", terms.place(), "from", terms.from().toString(), "name", anyOf(terms.name())));
        return signatory;
    }

    private static Signatory same(Signatory there, Signatory.Terms terms) {
        if (there.terms().equals(terms)) {
            return there;
        }
        LocalDate until = there.until();
        throw new Conflict(
                "place-taken",
                Map.of(
                        "signatory", there.id().toString(),
                        "name", anyOf(there.terms().name()),
                        "from", there.from().toString(),
                        "until", until == null ? "" : until.toString()));
    }

    private static String anyOf(LocalizedText name) {
        return Objects.requireNonNull(name.en() == null ? name.bn() : name.en());
    }

    private Signatory.Terms clean(Signatory.Terms wanted) {
        LocalizedText name = CleanText.line(wanted.name(), "name");
        LocalizedText designation = CleanText.line(wanted.designation(), "designation");
        must(name != null, "name", "missing");
        must(designation != null, "designation", "missing");
        must(organizations.find(wanted.organization()).isPresent(), "organization", "unknown-organization");
        must(
                wanted.institute() == null
                        || organizations
                                .find(wanted.institute())
                                .filter(Organization::isInstitute)
                                .isPresent(),
                "institute",
                "not-an-institute");
        must(wanted.until() == null || !wanted.until().isBefore(wanted.from()), "until", "dates");
        must(wanted.signature() == null || pictures.holds(wanted.signature()), "signature", "unknown-picture");
        return new Signatory.Terms(
                Objects.requireNonNull(name),
                Objects.requireNonNull(designation),
                wanted.organization(),
                wanted.institute(),
                wanted.awardKind(),
                wanted.position(),
                wanted.signature(),
                wanted.from(),
                wanted.until());
    }

    private static void must(boolean holds, String field, String otherwise) {
        if (!holds) {
            throw Invalid.refused("invalid-input", new FieldError(field, otherwise));
        }
    }
}
