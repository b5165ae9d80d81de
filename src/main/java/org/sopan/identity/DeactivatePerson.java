package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.sopan.mail.Outbox;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.PersonId;

/**
 * Switches a person off and on again. Sessions end, links die, and no mail leaves but what is about a certificate;
 * nothing that was earned or answered is touched. Again changes nothing.
 */
@ApplicationScoped
public class DeactivatePerson {
    private static final Set<String> STILL_SENT = Set.of("certificate", "certificate-replaced", "certificate-revoked");
    private final PeopleInCare inCare;
    private final LastAdministrator lastAdministrator;
    private final Sessions sessions;
    private final OneTimeLinks links;
    private final Outbox outbox;
    private final Caller caller;
    private final AuditTrail audit;

    @Inject
    public DeactivatePerson(
            PeopleInCare inCare,
            LastAdministrator lastAdministrator,
            Sessions sessions,
            OneTimeLinks links,
            Outbox outbox,
            Caller caller,
            AuditTrail audit) {
        this.inCare = inCare;
        this.lastAdministrator = lastAdministrator;
        this.sessions = sessions;
        this.links = links;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    public Person deactivate(PersonId id, String reason) {
        Person person = inCare.change(id);
        if (person.isActive()) {
            lastAdministrator.mustNotBe(id);
            person.activate(false);
            shutOut(person);
            audit.record(
                    caller.person(),
                    "person-deactivated",
                    id.toString(),
                    ChangeProfile.details(person, "reason", reason));
        }
        return person;
    }

    @Transactional
    public Person activate(PersonId id, String reason) {
        Person person = inCare.change(id);
        if (!person.isActive()) {
            person.activate(true);
            audit.record(
                    caller.person(),
                    "person-activated",
                    id.toString(),
                    ChangeProfile.details(person, "reason", reason));
        }
        return person;
    }

    /** Ends every way in, and keeps back the mail that waits. */
    void shutOut(Person person) {
        sessions.endAll(person.id());
        links.endAll(person.id());
        outbox.suppressAllBut(person.email(), STILL_SENT);
    }
}
