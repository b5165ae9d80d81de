package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;
import org.sopan.shared.PersonId;

/**
 * The people the caller may read of, or change: oneself, those of one's institutes, as an administrator all. Who holds a
 * staff role, and a record that is nobody's own any more, is an administrator's matter.
 */
@ApplicationScoped
public class PeopleInCare {
    private static final String UNKNOWN = "unknown-person";
    private final People people;
    private final Caller caller;

    @Inject
    public PeopleInCare(People people, Caller caller) {
        this.people = people;
        this.caller = caller;
    }

    /** Someone the caller may read of; else not found. */
    public Person read(PersonId id) {
        return people.find(id).filter(this::mayRead).orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
    }

    /** Someone the caller may change, locked until the transaction ends; else not found, or refused. */
    Person change(PersonId id) {
        Person person =
                people.locked(id).filter(this::isLookedAfter).orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
        if (person.isClosed()) {
            throw new DomainException.Conflict("record-closed");
        }
        if (!caller.isAdministrator() && !people.staffAmong(List.of(id)).isEmpty()) {
            throw new DomainException.Forbidden("holds-staff-role");
        }
        return person;
    }

    /** Oneself, locked until the transaction ends. */
    Person self() {
        return people.locked(caller.person()).orElseThrow(() -> new DomainException.Unauthenticated("sign-in-needed"));
    }

    private boolean mayRead(Person person) {
        String institute = person.organization();
        return caller.isAdministrator()
                || caller.is(person.id())
                || (!person.isClosed() && institute != null && caller.reads(institute));
    }

    private boolean isLookedAfter(Person person) {
        return caller.isAdministrator()
                || Optional.ofNullable(person.organization())
                        .filter(institute -> !person.isClosed() && caller.looksAfter(institute))
                        .isPresent();
    }
}
