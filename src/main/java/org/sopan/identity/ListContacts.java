package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;

/** Whom one asks for help: those who look after the people of one's own institute, and nobody else's. */
@ApplicationScoped
public class ListContacts {
    private final People people;
    private final Roles roles;
    private final Caller caller;

    @Inject
    public ListContacts(People people, Roles roles, Caller caller) {
        this.people = people;
        this.roles = roles;
        this.caller = caller;
    }

    /** Those who can answer: active, and have been here; by name. Of no institute, nobody. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Person> own() {
        Person self =
                people.find(caller.person()).orElseThrow(() -> new DomainException.Unauthenticated("sign-in-needed"));
        String institute = self.organization();
        if (institute == null) {
            return List.of();
        }
        return people
                .all(roles.coordinatorsOf(List.of(institute)).stream()
                        .map(RoleHeld::person)
                        .distinct()
                        .toList())
                .stream()
                .filter(person -> person.isActive() && person.hasSignedUp())
                .sorted(Comparator.comparing(person -> person.nameIn(self.language())))
                .toList();
    }
}
