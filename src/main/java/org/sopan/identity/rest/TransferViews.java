package org.sopan.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sopan.identity.DecideTransfer;
import org.sopan.identity.Person;
import org.sopan.identity.Transfer;
import org.sopan.shared.LocalizedText;

/** Shows transfers. */
@ApplicationScoped
public class TransferViews {
    private final PersonViews views;
    private final Clock clock;

    @Inject
    public TransferViews(PersonViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    TransferView own(Transfer transfer) {
        return TransferView.of(transfer, transfer.state(clock.instant()), null, views);
    }

    TransferView seen(DecideTransfer.Seen seen) {
        Person person = seen.person();
        LocalizedText name = person.name();
        return TransferView.of(
                seen.transfer(),
                seen.state(),
                new TransferView.Mover(
                        person.id().toString(), name == null ? new LocalizedText(person.email(), null) : name),
                views);
    }
}
