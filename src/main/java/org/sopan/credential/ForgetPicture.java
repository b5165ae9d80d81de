package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException.Conflict;

/** An administrator takes back a picture that was never used, such as a signature brought by mistake. */
@ApplicationScoped
public class ForgetPicture {
    private final Pictures pictures;
    private final Caller caller;
    private final AuditTrail audit;

    @Inject
    public ForgetPicture(Pictures pictures, Caller caller, AuditTrail audit) {
        this.pictures = pictures;
        this.caller = caller;
        this.audit = audit;
    }

    /**
     * Removes it; one that is not there is gone already.
     *
     * @throws Conflict {@code picture-in-use} when a slot or a signatory has or had it
     */
    @Transactional
    public void forget(String key) {
        if (pictures.remove(key)) {
            audit.record(caller.person(), "picture-forgotten", key, Map.of());
        } else if (pictures.holds(key)) {
            throw new Conflict("picture-in-use");
        }
    }
}
