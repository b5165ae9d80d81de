package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.identity.PrintedNames;
import org.sopan.shared.PersonId;

/** Looks up whom a part of a roster may be about; the queries grow with the parts alone. */
@ApplicationScoped
public class RosterPeople {
    private final People people;
    private final PrintedNames printed;

    @Inject
    public RosterPeople(People people, PrintedNames printed) {
        this.people = people;
        this.printed = printed;
    }

    /** Whom the institute has gained since a plan was made, whoever added them. */
    LookAlikes addedSince(RosterPlan plan) {
        return new LookAlikes(people.cards(plan.institute(), plan.plannedAt()));
    }

    /** @param named people who are looked up by their ids as well */
    KnownPeople among(Collection<RosterRow> rows, Collection<PersonId> named) {
        Set<Person> found = new LinkedHashSet<>(people.among(
                rows.stream()
                        .map(RosterRow::address)
                        .filter(address -> !address.isEmpty())
                        .toList(),
                rows.stream().map(RosterRow::serviceId).filter(Objects::nonNull).toList()));
        found.addAll(people.all(named));
        found.addAll(people.all(
                found.stream().map(Person::mergedInto).filter(Objects::nonNull).toList()));
        List<PersonId> ids = found.stream()
                .filter(person -> person.mergedInto() == null)
                .map(Person::id)
                .toList();
        return new KnownPeople(found, people.staffAmong(ids), printed.among(ids).keySet());
    }
}
