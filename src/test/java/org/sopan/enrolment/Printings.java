package org.sopan.enrolment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sopan.identity.Person;
import org.sopan.identity.PrintedNames;
import org.sopan.shared.PersonId;

/** What stands on certificates, where no certificate is issued. */
final class Printings implements PrintedNames {
    private final Map<PersonId, List<Printed>> printed = new HashMap<>();

    void print(Person person) {
        printed.put(
                person.id(),
                List.of(new Printed("SERIAL", Objects.requireNonNull(person.name()), person.designation(), true)));
    }

    @Override
    public Map<PersonId, List<Printed>> among(Collection<PersonId> people) {
        Map<PersonId, List<Printed>> found = new HashMap<>(printed);
        found.keySet().retainAll(people);
        return found;
    }
}
