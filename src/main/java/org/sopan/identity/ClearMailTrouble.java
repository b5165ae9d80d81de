package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.sopan.mail.AddressTroubles;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.PersonId;

/**
 * Whoever looks after a person lets her address be tried again, which its mail server had refused: the mailbox was shut
 * for a while, or is new. A wrong address is changed instead. Again changes nothing.
 */
@ApplicationScoped
public class ClearMailTrouble {
    private final PeopleInCare inCare;
    private final AddressTroubles troubles;
    private final AuditTrail audit;
    private final Caller caller;

    @Inject
    public ClearMailTrouble(PeopleInCare inCare, AddressTroubles troubles, AuditTrail audit, Caller caller) {
        this.inCare = inCare;
        this.troubles = troubles;
        this.audit = audit;
        this.caller = caller;
    }

    @Transactional
    public void of(PersonId id) {
        Person person = inCare.change(id);
        if (troubles.clear(List.of(person.email()), "someone looked into the address") > 0) {
            String institute = person.organization();
            audit.record(
                    caller.person(),
                    "mail-trouble-cleared",
                    id.toString(),
                    institute == null ? Map.of() : Map.of("institute", institute));
        }
    }
}
