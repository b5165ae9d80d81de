package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.sopan.organization.Organization;
import org.sopan.organization.Organizations;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.Draft;

/** Puts onto a certificate who signs it on the day of issue, and the pictures that stand in the slots by then. */
@ApplicationScoped
public class Signing {
    private final Signatories signatories;
    private final Slots slots;
    private final Organizations organizations;

    @Inject
    public Signing(Signatories signatories, Slots slots, Organizations organizations) {
        this.signatories = signatories;
        this.slots = slots;
        this.organizations = organizations;
    }

    Draft sign(Draft draft, LocalDate day, String institute, String awardKind) {
        List<AsPrinted.Signatory> all = signatories.on(day, institute, awardKind).stream()
                .map(signatory -> printed(signatory.terms(), day))
                .toList();
        return draft.signatories(all).pictures(slots.of(institute));
    }

    /** As they stand on a certificate of this day. */
    AsPrinted.Signatory printed(Signatory.Terms terms, LocalDate day) {
        Organization organization = organizations.find(terms.organization()).orElseThrow();
        return new AsPrinted.Signatory(terms.name(), terms.designation(), organization.nameOn(day), terms.signature());
    }
}
