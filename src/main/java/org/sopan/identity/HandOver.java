package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.organization.Organizations;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Role;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.PersonId;

/** A coordinator's work for an institute passes to a colleague there: one role ends as the other begins. */
@ApplicationScoped
public class HandOver {
    private final Roles roles;
    private final Colleagues colleagues;
    private final Organizations organizations;
    private final Invite invite;
    private final Sessions sessions;
    private final Caller caller;
    private final AuditTrail audit;
    private final Event<CoordinatorHandedOver> handedOver;

    @Inject
    public HandOver(
            Roles roles,
            Colleagues colleagues,
            Organizations organizations,
            Invite invite,
            Sessions sessions,
            Caller caller,
            AuditTrail audit,
            Event<CoordinatorHandedOver> handedOver) {
        this.roles = roles;
        this.colleagues = colleagues;
        this.organizations = organizations;
        this.invite = invite;
        this.sessions = sessions;
        this.caller = caller;
        this.audit = audit;
        this.handedOver = handedOver;
    }

    /**
     * Hands the work over.
     *
     * @param leaving whose work it is; only an administrator names another than oneself
     */
    @Transactional
    public GrantRole.Granted handOver(
            String institute, @Nullable PersonId leaving, Colleagues.Wanted to, @Nullable String reason) {
        organizations.institute(institute);
        if (!caller.looksAfter(institute)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        PersonId from = leaving == null ? caller.person() : leaving;
        if (!caller.is(from) && !caller.isAdministrator()) {
            throw new DomainException.Forbidden("forbidden");
        }
        RoleHeld ending = roles.locked(Role.COORDINATOR, institute).stream()
                .filter(role -> role.person().equals(from))
                .findFirst()
                .orElseThrow(() -> new DomainException.Conflict("not-coordinator"));
        Person colleague = colleagues.known(institute, to);
        if (colleague.id().equals(from)) {
            throw Invalid.refused("invalid-input", new FieldError("to", "same-person"));
        }
        Roles.Held held = roles.hold(colleague.id(), Role.COORDINATOR, institute, null);
        roles.end(ending);
        if (!colleague.hasSignedUp()) {
            invite.send(colleague, held.role(), "role/" + held.role().id());
        }
        audit.record(
                caller.person(),
                "coordinator-handed-over",
                colleague.id().toString(),
                Map.of("institute", institute, "from", from.toString(), "reason", line(reason)));
        handedOver.fire(new CoordinatorHandedOver(institute, from, colleague.id()));
        sessions.forget(from);
        sessions.forget(colleague.id());
        return new GrantRole.Granted(held.role(), colleague, held.isNew());
    }

    private static String line(@Nullable String reason) {
        return reason == null ? "" : CleanText.line(reason);
    }
}
