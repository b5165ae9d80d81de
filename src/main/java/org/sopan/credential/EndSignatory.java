package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Clocks;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;

/** An administrator says which day is a signatory's last. Papers that were issued keep who signed them. */
@ApplicationScoped
public class EndSignatory {
    private final Signatories signatories;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public EndSignatory(Signatories signatories, Caller caller, AuditTrail audit, Clock clock) {
        this.signatories = signatories;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Ends her on this day, at the earliest yesterday, so that another may begin today. Again changes nothing.
     *
     * @throws Conflict {@code signatory-ended} when she ends before that day already
     */
    @Transactional
    public Signatory end(UUID id, LocalDate lastDay) {
        LocalDate yesterday = LocalDate.now(clock.withZone(Clocks.DHAKA)).minusDays(1);
        if (lastDay.isBefore(yesterday)) {
            throw Invalid.refused("invalid-input", new FieldError("until", "past"));
        }
        Signatory signatory = signatories.locked(id).orElseThrow(() -> new NotFound("unknown-signatory"));
        LocalDate until = signatory.until();
        if (until != null && until.isBefore(lastDay)) {
            throw new Conflict("signatory-ended", Map.of("until", until.toString()));
        }
        if (signatory.end(lastDay)) {
            audit.record(
                    caller.person(),
                    "signatory-ended",
                    id.toString(),
                    Map.of("place", signatory.place(), "until", lastDay.toString()));
        }
        return signatory;
    }
}
