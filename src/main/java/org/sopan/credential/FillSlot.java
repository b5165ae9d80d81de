package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.organization.Organizations;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;

/** An administrator puts a picture into a slot of the certificates issued from now on, or takes it out. */
@ApplicationScoped
public class FillSlot {
    private static final String EMBLEM = "emblem";
    private static final Set<String> SLOTS = Set.of(EMBLEM, "logo");
    private final Slots slots;
    private final SigningDesk desk;
    private final Pictures pictures;
    private final Organizations organizations;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public FillSlot(
            Slots slots,
            SigningDesk desk,
            Pictures pictures,
            Organizations organizations,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this.slots = slots;
        this.desk = desk;
        this.pictures = pictures;
        this.organizations = organizations;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * Fills a slot; the picture that stood there is kept for the papers that have it. Again changes nothing.
     *
     * @param organization whose certificates; null for all that have no picture of their own. The emblem is one for all
     * @param picture null to empty it
     */
    @Transactional
    public void fill(String slot, @Nullable String organization, @Nullable String picture) {
        check(slot, organization, picture);
        String place = Slots.place(slot, organization);
        desk.occupy();
        Optional<String> before = slots.present(place).map(Slots.Filled::picture);
        if (before.equals(Optional.ofNullable(picture))) {
            return;
        }
        Instant now = clock.instant();
        slots.empty(place, now);
        if (picture == null) {
            audit.record(caller.person(), "slot-emptied", place, Map.of());
        } else {
            slots.fill(randomness.id(), new Slots.Filled(slot, organization, picture), now);
            audit.record(caller.person(), "slot-filled", place, Map.of("picture", picture));
        }
    }

    private void check(String slot, @Nullable String organization, @Nullable String picture) {
        if (!SLOTS.contains(slot)) {
            throw new NotFound("unknown-slot");
        }
        boolean known = organization == null || organizations.find(organization).isPresent();
        if (!known || organization != null && slot.equals(EMBLEM)) {
            throw Invalid.refused(
                    "invalid-input", new FieldError("organization", known ? "emblem-is-one" : "unknown-organization"));
        }
        if (picture != null && !pictures.holds(picture)) {
            throw Invalid.refused("invalid-input", new FieldError("picture", "unknown-picture"));
        }
    }
}
