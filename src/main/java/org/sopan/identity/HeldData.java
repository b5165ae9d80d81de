package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sopan.platform.PersonalData;
import org.sopan.shared.PersonId;

/** All rooms that hold something of people, and whom that is about. */
@ApplicationScoped
public class HeldData {
    private final List<PersonalData> rooms;
    private final People people;
    private final EmailChanges changes;

    @Inject
    public HeldData(@Any Instance<PersonalData> rooms, People people, EmailChanges changes) {
        this(rooms.stream(), people, changes);
    }

    HeldData(Stream<? extends PersonalData> rooms, People people, EmailChanges changes) {
        this.rooms = rooms.sorted(Comparator.comparing(PersonalData::room))
                .<PersonalData>map(room -> room)
                .toList();
        this.people = people;
        this.changes = changes;
    }

    List<PersonalData> rooms() {
        return rooms;
    }

    /** The person with the records that were joined to hers, and all addresses they have or had. */
    PersonalData.Subject of(Person person) {
        List<Person> records = Stream.concat(Stream.of(person), people.aliasesOf(person.id()).stream())
                .toList();
        Set<PersonId> ids = records.stream().map(Person::id).collect(Collectors.toSet());
        Set<String> addresses = new TreeSet<>(changes.former(ids));
        records.forEach(record -> addresses.add(record.email()));
        return new PersonalData.Subject(person.id(), ids, addresses);
    }
}
