package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.sopan.mail.Letter;
import org.sopan.mail.Outbox;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Hashes;
import org.sopan.platform.Randomness;
import org.sopan.shared.DomainException;
import org.sopan.shared.PersonId;

/**
 * Changes an e-mail address: when both addresses have confirmed, or by an administrator when the old one is dead.
 * Afterwards one signs in with the new one, what waits in the outbox goes there, and links sent before are dead. Both
 * addresses are told.
 */
@ApplicationScoped
public class ChangeEmail {
    private static final Set<String> WITH_LINKS = Set.of("invitation", "password-reset", "email-change-old");
    private final EmailChanges changes;
    private final People people;
    private final PeopleInCare inCare;
    private final Sessions sessions;
    private final OneTimeLinks links;
    private final Invite invite;
    private final Outbox outbox;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public ChangeEmail(
            EmailChanges changes,
            People people,
            PeopleInCare inCare,
            Sessions sessions,
            OneTimeLinks links,
            Invite invite,
            Outbox outbox,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this.changes = changes;
        this.people = people;
        this.inCare = inCare;
        this.sessions = sessions;
        this.links = links;
        this.invite = invite;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Uses the link of one address; true once both are in. The same link again tells the same. */
    @Transactional
    public boolean confirm(String token) {
        String hash = Hashes.sha256(token);
        EmailChange found = changes.byHash(hash).orElseThrow(ChangeEmail::notValid);
        Person person = people.locked(found.person()).filter(Person::isActive).orElseThrow(ChangeEmail::notValid);
        EmailChange change = changes.locked(found)
                .filter(each -> each.isAlive(clock.instant()))
                .orElseThrow(ChangeEmail::notValid);
        if (change.confirm(hash)) {
            if (isTaken(change.newAddress(), person)) {
                throw new DomainException.Conflict("email-taken");
            }
            carryOut(person, change);
            audit.record(
                    person.id(),
                    "email-changed",
                    person.id().toString(),
                    ChangeProfile.details(person, "by", "person"));
        }
        return change.isDone();
    }

    /** The administrator's way; again changes nothing. */
    @Transactional
    public Person replace(PersonId id, String typed, String reason) {
        String address = EmailAddress.of(typed, "email");
        Person person = inCare.change(id);
        if (address.equals(person.email())) {
            return person;
        }
        if (isTaken(address, person)) {
            throw new DomainException.Conflict("email-taken");
        }
        changes.dropPending(id);
        EmailChange change = EmailChange.done(randomness.id(), person, address, clock.instant());
        changes.add(change);
        carryOut(person, change);
        sessions.endAll(id);
        if (!person.hasSignedUp()) {
            invite.again(person, "email/" + change.id());
        }
        audit.record(caller.person(), "email-replaced", id.toString(), ChangeProfile.details(person, "reason", reason));
        return person;
    }

    private boolean isTaken(String address, Person person) {
        return people.byEmail(address).filter(other -> !other.equals(person)).isPresent();
    }

    private void carryOut(Person person, EmailChange change) {
        links.endAll(person.id());
        outbox.suppressOnly(change.oldAddress(), WITH_LINKS);
        outbox.readdress(change.oldAddress(), change.newAddress());
        person.changeEmail(change.newAddress());
        tell(person, change, "old", change.oldAddress());
        tell(person, change, "new", change.newAddress());
    }

    private void tell(Person person, EmailChange change, String which, String address) {
        outbox.queue(new Letter(
                        "email-changed/" + change.id() + "/" + which,
                        "email-changed",
                        address,
                        person.language(),
                        Map.of("name", person.nameIn(person.language()), "address", change.newAddress()),
                        null)
                .to(person.id()));
    }

    private static DomainException notValid() {
        return new DomainException.Gone("link-not-valid");
    }
}
