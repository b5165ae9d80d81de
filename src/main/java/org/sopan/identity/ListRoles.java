package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Caller;
import org.sopan.platform.Identified;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** Who holds which role: for administrators all, for coordinators those of the own institutes and their cohorts. */
@ApplicationScoped
public class ListRoles {
    private final Roles roles;
    private final People people;
    private final CohortHosts hosts;
    private final Caller caller;

    @Inject
    public ListRoles(Roles roles, People people, CohortHosts hosts, Caller caller) {
        this.roles = roles;
        this.people = people;
        this.hosts = hosts;
        this.caller = caller;
    }

    /** A role and who holds it. */
    public record Entry(RoleHeld role, Person person) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Entry> list(@Nullable String organization, @Nullable CohortId cohort, int page, int size) {
        if (organization != null && !caller.looksAfter(organization)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        if (cohort != null && hosts.hostOf(cohort).filter(caller::looksAfter).isEmpty()) {
            throw new DomainException.NotFound("unknown-cohort");
        }
        boolean narrowed = organization != null || cohort != null || caller.isAdministrator();
        Page<RoleHeld> held = narrowed ? roles.list(organization, cohort, page, size) : own(page, size);
        Map<PersonId, Person> holders =
                people
                        .all(held.items().stream()
                                .map(RoleHeld::person)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        return new Page<>(
                held.items().stream()
                        .map(role -> new Entry(role, Objects.requireNonNull(holders.get(role.person()))))
                        .toList(),
                held.total());
    }

    private Page<RoleHeld> own(int page, int size) {
        Set<String> institutes =
                caller.identified().map(Identified::coordinated).orElse(Set.of());
        return roles.list(institutes, hosts.hostedBy(institutes), page, size);
    }
}
