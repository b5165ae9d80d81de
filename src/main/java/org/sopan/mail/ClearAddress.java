package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;

/** An administrator lets an address be tried again that its server had refused. */
@ApplicationScoped
public class ClearAddress {
    private final AddressTroubles troubles;
    private final AuditTrail audit;
    private final Caller caller;

    @Inject
    public ClearAddress(AddressTroubles troubles, AuditTrail audit, Caller caller) {
        this.troubles = troubles;
        this.audit = audit;
        this.caller = caller;
    }

    @Transactional
    public void clear(String address) {
        if (troubles.clear(List.of(address), "someone looked into the address") == 0) {
            throw new DomainException.NotFound("unknown-address");
        }
        audit.record(caller.person(), "address-cleared", address, Map.of());
    }
}
