package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.PersonalData;
import org.sopan.platform.PersonalData.Holding;
import org.sopan.platform.PersonalData.Subject;
import org.sopan.platform.Randomness;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.PersonId;

/**
 * Takes away, for ever, what tells who a person was, with the records that were joined to hers. What was answered and
 * earned stays under the record's number; the register of certificates stays lawful. An administrator says so twice: by
 * the call, and by the person's address.
 */
@ApplicationScoped
public class ErasePerson {
    private final HeldData held;
    private final People people;
    private final LastAdministrator lastAdministrator;
    private final Sessions sessions;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public ErasePerson(
            HeldData held,
            People people,
            LastAdministrator lastAdministrator,
            Sessions sessions,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this.held = held;
        this.people = people;
        this.lastAdministrator = lastAdministrator;
        this.sessions = sessions;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** A person, and what an erasure does, or did, with everything that is held, by room. */
    public record Seen(Person person, Map<String, List<Holding>> rooms) {}

    /** What would happen; changes nothing. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Seen preview(PersonId id) {
        mustBeAdministrator();
        Person person = people.find(id).orElseThrow(ErasePerson::unknown);
        return seen(person, held.of(person));
    }

    /** Again it takes away only what has become free since, such as a paper that is no longer valid. */
    @Transactional
    public Seen erase(PersonId id, String reason, String confirm) {
        mustBeAdministrator();
        Person person = people.locked(id).orElseThrow(ErasePerson::unknown);
        boolean first = person.erasedAt() == null;
        if (first && person.mergedInto() != null) {
            throw new DomainException.Conflict("record-closed");
        }
        if (first && !Person.normalized(confirm).equals(person.email())) {
            throw DomainException.Invalid.refused("invalid-input", new FieldError("confirm", "other-address"));
        }
        lastAdministrator.mustNotBe(id);
        Subject subject = held.of(person);
        String pseudonym = first ? pseudonym() : person.email();
        held.rooms().forEach(room -> room.erase(subject, pseudonym));
        if (first) {
            people.aliasesOf(id).forEach(alias -> alias.erase(pseudonym(), clock.instant()));
            person.erase(pseudonym, clock.instant());
            subject.records().forEach(sessions::endAll);
            audit.record(
                    caller.person(), "person-erased", id.toString(), ChangeProfile.details(person, "reason", reason));
        }
        return seen(person, subject);
    }

    private Seen seen(Person person, Subject subject) {
        Map<String, List<Holding>> rooms = new TreeMap<>();
        for (PersonalData room : held.rooms()) {
            rooms.put(room.room(), room.holdings(subject));
        }
        return new Seen(person, rooms);
    }

    private void mustBeAdministrator() {
        if (!caller.isAdministrator()) {
            throw unknown();
        }
    }

    private static DomainException unknown() {
        return new DomainException.NotFound("unknown-person");
    }

    private String pseudonym() {
        return "erased-" + randomness.id() + "@erased.invalid";
    }
}
