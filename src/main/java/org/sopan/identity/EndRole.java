package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.PersonId;

/**
 * Takes a role away; here it is known at once. Somebody must stay who can administer, and a coordinator leaves an
 * institute no one without: the own work is handed over instead.
 */
@ApplicationScoped
public class EndRole {
    private final Roles roles;
    private final People people;
    private final CohortHosts hosts;
    private final Sessions sessions;
    private final Caller caller;
    private final AuditTrail audit;

    @Inject
    public EndRole(Roles roles, People people, CohortHosts hosts, Sessions sessions, Caller caller, AuditTrail audit) {
        this.roles = roles;
        this.people = people;
        this.hosts = hosts;
        this.sessions = sessions;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    public void end(UUID id) {
        RoleHeld role = roles.find(id).filter(this::mayEnd).orElseThrow(EndRole::unknown);
        switch (role.role()) {
            case ADMINISTRATOR -> someoneMustAdminister(role);
            case COORDINATOR -> someoneMustCoordinate(role);
            default -> {
                // nobody depends on it
            }
        }
        roles.end(role);
        audit.record(
                caller.person(), "role-ended", role.person().toString(), GrantRole.details(role, instituteOf(role)));
        sessions.forget(role.person());
    }

    private boolean mayEnd(RoleHeld role) {
        String institute = instituteOf(role);
        return caller.isAdministrator()
                || (role.role() != Role.LEARNER && institute != null && caller.looksAfter(institute));
    }

    private @Nullable String instituteOf(RoleHeld role) {
        CohortId cohort = role.cohort();
        return cohort == null ? role.organization() : hosts.hostOf(cohort).orElse(null);
    }

    private void someoneMustAdminister(RoleHeld role) {
        List<PersonId> others = others(role, roles.locked(Role.ADMINISTRATOR, null));
        Predicate<Person> canSignIn = person -> person.isActive() && person.hasSignedUp();
        boolean counts = people.find(role.person()).filter(canSignIn).isPresent();
        if (counts && people.all(others).stream().noneMatch(canSignIn)) {
            throw new DomainException.Conflict("last-administrator");
        }
    }

    private void someoneMustCoordinate(RoleHeld role) {
        List<PersonId> others = others(role, roles.locked(Role.COORDINATOR, role.organization()));
        if (caller.isAdministrator()) {
            return;
        }
        if (caller.is(role.person())) {
            throw new DomainException.Conflict("own-role");
        }
        if (people.all(others).stream().noneMatch(Person::isActive)) {
            throw new DomainException.Conflict("last-coordinator");
        }
    }

    /** Those who hold the same beside this one; not found when it was ended while this call waited. */
    private static List<PersonId> others(RoleHeld role, List<RoleHeld> all) {
        if (all.stream().noneMatch(each -> each.id().equals(role.id()))) {
            throw unknown();
        }
        return all.stream()
                .map(RoleHeld::person)
                .filter(person -> !person.equals(role.person()))
                .toList();
    }

    private static DomainException unknown() {
        return new DomainException.NotFound("unknown-role");
    }
}
