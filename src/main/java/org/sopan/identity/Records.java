package org.sopan.identity;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sopan.shared.PersonId;

/** The records that are one person's: her own, and those that were joined to it. */
public final class Records {
    private Records() {}

    public static List<PersonId> of(EntityManager entities, PersonId person) {
        List<PersonId> records = new ArrayList<>(List.of(person));
        entities.createQuery("select p.id from Person p where p.mergedInto = :person", UUID.class)
                .setParameter("person", person)
                .getResultList()
                .forEach(alias -> records.add(new PersonId(alias)));
        return records;
    }
}
