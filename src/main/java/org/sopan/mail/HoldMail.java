package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Wakes;

/** An administrator holds all mail, on every node, or lets it go again. What is caused meanwhile waits its turn. */
@ApplicationScoped
public class HoldMail {
    private final MailSwitch mailSwitch;
    private final AuditTrail audit;
    private final Caller caller;
    private final Wakes wakes;
    private final Clock clock;

    @Inject
    public HoldMail(MailSwitch mailSwitch, AuditTrail audit, Caller caller, Wakes wakes, Clock clock) {
        this.mailSwitch = mailSwitch;
        this.audit = audit;
        this.caller = caller;
        this.wakes = wakes;
        this.clock = clock;
    }

    /** What is so already stays as it is, with the note of whoever did it. */
    @Transactional
    public void turn(boolean held, @Nullable String note) {
        if (mailSwitch.isHeld() == held) {
            return;
        }
        mailSwitch.turn(held, note, caller.person(), clock.instant());
        Map<String, String> details = note == null ? Map.of() : Map.of("note", note);
        audit.record(caller.person(), held ? "mail-held" : "mail-let-go", "mail", details);
        if (!held) {
            wakes.afterCommit(SendMail.NAME);
        }
    }
}
