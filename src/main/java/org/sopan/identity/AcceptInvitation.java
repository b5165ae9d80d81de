package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.AuditTrail;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** The invited person chooses a password, supplies the name's other language, and is in. */
@ApplicationScoped
public class AcceptInvitation {
    private final OneTimeLinks links;
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AuditTrail audit;

    @Inject
    public AcceptInvitation(
            OneTimeLinks links, People people, Passwords passwords, Sessions sessions, AuditTrail audit) {
        this.links = links;
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** A person who is in, with the new token. */
    public record SignedIn(Person person, Sessions.Opened session) {}

    @Transactional
    public SignedIn accept(
            String token, String password, @Nullable LocalizedText name, @Nullable LocalizedText designation) {
        return choose(OneTimeLinks.Purpose.INVITATION, token, password, name, designation);
    }

    /** The same for a forgotten password; all sessions that were open end. */
    @Transactional
    public SignedIn reset(String token, String password) {
        return choose(OneTimeLinks.Purpose.RESET, token, password, null, null);
    }

    private SignedIn choose(
            OneTimeLinks.Purpose purpose,
            String token,
            String password,
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation) {
        passwords.mustBeStrong(password);
        PersonId id = links.use(purpose, token);
        Person person =
                people.find(id).filter(Person::isActive).orElseThrow(() -> new DomainException.Gone("link-not-valid"));
        person.changePassword(passwords.hash(password));
        person.supply(CleanText.line(name, "name"), CleanText.line(designation, "designation"));
        sessions.endAll(id);
        audit.record(id, purpose.page() + "-used", id.toString(), Map.of());
        return new SignedIn(person, sessions.open(id));
    }
}
