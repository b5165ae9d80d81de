package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sopan.platform.Clocks;

/** Who signs now and later, and who signed before. */
@ApplicationScoped
public class ListSignatories {
    private final Signatories signatories;
    private final Clock clock;

    @Inject
    public ListSignatories(Signatories signatories, Clock clock) {
        this.signatories = signatories;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Signatory> list(boolean past) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        return signatories.all().stream()
                .filter(signatory -> past || signatory.signsBetween(today, null))
                .toList();
    }
}
