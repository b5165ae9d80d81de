package org.sopan.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.organization.Organizations;
import org.sopan.platform.Clocks;

/** Shows a person with roles and today's name of the institute. */
@ApplicationScoped
public class PersonViews {
    private final People people;
    private final Organizations organizations;
    private final Clock clock;

    @Inject
    public PersonViews(People people, Organizations organizations, Clock clock) {
        this.people = people;
        this.organizations = organizations;
        this.clock = clock;
    }

    PersonView of(Person person) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        return new PersonView(
                person.id().toString(),
                person.email(),
                person.name(),
                person.designation(),
                organizations
                        .find(person.organization())
                        .map(found -> new PersonView.OrganizationRef(found.id(), found.nameOn(today)))
                        .orElse(null),
                people.rolesOf(person.id()).stream()
                        .map(held -> new PersonView.RoleView(
                                held.role().word(),
                                held.organization(),
                                held.cohort() == null ? null : held.cohort().toString()))
                        .toList(),
                person.language().code());
    }
}
