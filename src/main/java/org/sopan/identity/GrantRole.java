package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sopan.organization.Organization;
import org.sopan.organization.Organizations;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/**
 * Gives someone a role: an administrator any; a coordinator, to people of the own institute, that of a further
 * coordinator or viewer there, or of a facilitator of a cohort it hosts. Who is not known yet is added and invited. A
 * facilitator sees the people of all institutes in the cohort, so that no coordinator can become one by herself.
 */
@ApplicationScoped
public class GrantRole {
    private final Roles roles;
    private final Colleagues colleagues;
    private final Organizations organizations;
    private final CohortHosts hosts;
    private final Invite invite;
    private final Sessions sessions;
    private final Caller caller;
    private final AuditTrail audit;

    @Inject
    public GrantRole(
            Roles roles,
            Colleagues colleagues,
            Organizations organizations,
            CohortHosts hosts,
            Invite invite,
            Sessions sessions,
            Caller caller,
            AuditTrail audit) {
        this.roles = roles;
        this.colleagues = colleagues;
        this.organizations = organizations;
        this.hosts = hosts;
        this.invite = invite;
        this.sessions = sessions;
        this.caller = caller;
        this.audit = audit;
    }

    /** The role to be held and for what; which of the two is needed depends on the role. */
    public record Wanted(
            Colleagues.Wanted person, Role role, @Nullable String organization, @Nullable CohortId cohort) {}

    /** The role as it is held, by whom, and whether it was granted just now. */
    public record Granted(RoleHeld role, Person person, boolean isNew) {}

    @Transactional
    public Granted grant(Wanted wanted) {
        String home = home(wanted);
        Person person = caller.isAdministrator()
                ? colleagues.any(home, wanted.person())
                : colleagues.of(Objects.requireNonNull(home), wanted.person());
        if (wanted.role() == Role.FACILITATOR && caller.is(person.id()) && !caller.isAdministrator()) {
            throw new DomainException.Forbidden("not-to-oneself");
        }
        Roles.Held held = roles.hold(
                person.id(),
                wanted.role(),
                wanted.role() == Role.ADMINISTRATOR || wanted.role() == Role.FACILITATOR ? null : home,
                wanted.role() == Role.FACILITATOR ? wanted.cohort() : null);
        if (held.isNew()) {
            if (!person.hasSignedUp()) {
                invite.send(person, held.role(), "role/" + held.role().id());
            }
            audit.record(caller.person(), "role-granted", person.id().toString(), details(held.role(), home));
            sessions.forget(person.id());
        }
        return new Granted(held.role(), person, held.isNew());
    }

    /** What the audit trail says of a role: which, for what, and at which institute. */
    static Map<String, String> details(RoleHeld role, @Nullable String institute) {
        Map<String, String> details = new TreeMap<>(Map.of("role", role.role().word()));
        if (institute != null) {
            details.put("institute", institute);
        }
        CohortId cohort = role.cohort();
        if (cohort != null) {
            details.put("cohort", cohort.toString());
        }
        return details;
    }

    /** The organization the role is for, or that hosts the cohort; checks that the caller may grant this there. */
    private @Nullable String home(Wanted wanted) {
        return switch (wanted.role()) {
            case ADMINISTRATOR -> {
                mustAdminister();
                yield wanted.organization() == null
                        ? null
                        : organization(wanted).id();
            }
            case LEARNER -> {
                mustAdminister();
                yield organization(wanted).id();
            }
            case COORDINATOR -> {
                Organization institute = looked(wanted);
                if (!institute.isInstitute()) {
                    throw Invalid.refused("invalid-input", new FieldError("organization", "not-an-institute"));
                }
                yield institute.id();
            }
            case VIEWER -> looked(wanted).id();
            case FACILITATOR -> host(wanted.cohort());
        };
    }

    private void mustAdminister() {
        if (!caller.isAdministrator()) {
            throw new DomainException.Forbidden("forbidden");
        }
    }

    private Organization organization(Wanted wanted) {
        String id = wanted.organization();
        if (id == null || id.isBlank()) {
            throw Invalid.refused("invalid-input", new FieldError("organization", "missing"));
        }
        return organizations
                .find(id)
                .orElseThrow(() -> Invalid.refused(
                        "unknown-organization", new FieldError("organization", "unknown-organization")));
    }

    private Organization looked(Wanted wanted) {
        Organization found = organization(wanted);
        if (!caller.looksAfter(found.id())) {
            throw new DomainException.NotFound("unknown-organization");
        }
        return found;
    }

    private String host(@Nullable CohortId cohort) {
        if (cohort == null) {
            throw Invalid.refused("invalid-input", new FieldError("cohort", "missing"));
        }
        return hosts.hostOf(cohort)
                .filter(caller::looksAfter)
                .orElseThrow(() -> new DomainException.NotFound("unknown-cohort"));
    }
}
