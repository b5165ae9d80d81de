package org.sopan.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** What stands on certificates, where no certificate is issued. */
final class Printings implements PrintedNames {
    private final Map<PersonId, List<Printed>> printed = new HashMap<>();

    void add(Person person, String serial, LocalizedText name, @Nullable LocalizedText designation, boolean valid) {
        printed.computeIfAbsent(person.id(), any -> new ArrayList<>())
                .add(new Printed(serial, name, designation, valid));
    }

    @Override
    public Map<PersonId, List<Printed>> among(Collection<PersonId> people) {
        Map<PersonId, List<Printed>> found = new HashMap<>(printed);
        found.keySet().retainAll(people);
        return found;
    }
}
