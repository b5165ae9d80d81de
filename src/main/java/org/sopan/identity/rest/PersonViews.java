package org.sopan.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        return new PersonView(
                person.id().toString(),
                person.email(),
                person.name(),
                person.designation(),
                organization(person.organization()),
                roles(person),
                person.language().code());
    }

    /** An organization by today's name. */
    PersonView.@Nullable OrganizationRef organization(@Nullable String id) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        return organizations
                .find(id)
                .map(found -> new PersonView.OrganizationRef(found.id(), found.nameOn(today)))
                .orElse(null);
    }

    List<PersonView.RoleView> roles(Person person) {
        return people.rolesOf(person.id()).stream()
                .map(held -> new PersonView.RoleView(
                        held.role().word(),
                        held.organization(),
                        held.cohort() == null ? null : held.cohort().toString()))
                .toList();
    }
}
