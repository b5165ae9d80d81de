package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.Outbox;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.PersonId;

/**
 * Helps someone in who has never signed in: another mail, or a link to copy for a message or a print-out. Either ends
 * the links from before.
 */
@ApplicationScoped
public class InviteAgain {
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private final People people;
    private final CohortHosts hosts;
    private final OneTimeLinks links;
    private final Invite invite;
    private final Outbox outbox;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public InviteAgain(
            People people,
            CohortHosts hosts,
            OneTimeLinks links,
            Invite invite,
            Outbox outbox,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this.people = people;
        this.hosts = hosts;
        this.links = links;
        this.invite = invite;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** An address to hand over, and its last moment. */
    public record HandedOut(String address, Instant expiresAt) {}

    /** Mails a new invitation, at most one in ten minutes. */
    @Transactional
    public void send(PersonId id) {
        Person person = invited(id);
        Instant now = clock.instant();
        links.lastMailed(id)
                .map(last -> Duration.between(now, last.plus(PAUSE)))
                .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
                .ifPresent(wait -> {
                    throw new DomainException.TooMany("invited-just-now", wait.toSeconds() + 1);
                });
        links.end(OneTimeLinks.Purpose.INVITATION, id);
        outbox.suppress(id, "invitation");
        invite.again(person, "again/" + randomness.id());
        audit.record(caller.person(), "invitation-sent-again", id.toString(), details(person));
    }

    /**
     * Makes a link to hand over. Whoever has it could become that person: not a coordinator someone with more rights
     * than her own, and the person is told by mail when it was used.
     */
    @Transactional
    public HandedOut handOut(PersonId id) {
        Person person = invited(id);
        if (!people.rolesOf(id).stream().allMatch(this::isBelowTheCaller)) {
            throw new DomainException.Forbidden("staff-of-others");
        }
        OneTimeLinks.Link link = links.makeByHand(id);
        outbox.suppress(id, "invitation");
        audit.record(caller.person(), "invitation-link-made", id.toString(), details(person));
        return new HandedOut(link.address(), link.expiresAt());
    }

    private Person invited(PersonId id) {
        Person person = people.locked(id)
                .filter(this::isLookedAfter)
                .orElseThrow(() -> new DomainException.NotFound("unknown-person"));
        if (person.hasSignedUp()) {
            throw new DomainException.Conflict("already-signed-up");
        }
        if (!person.isActive()) {
            throw new DomainException.Conflict("not-active");
        }
        return person;
    }

    private boolean isLookedAfter(Person person) {
        return looksAfter(person.organization());
    }

    private boolean isBelowTheCaller(RoleHeld role) {
        CohortId cohort = role.cohort();
        return switch (role.role()) {
            case ADMINISTRATOR -> caller.isAdministrator();
            case FACILITATOR ->
                cohort == null || looksAfter(hosts.hostOf(cohort).orElse(null));
            default -> looksAfter(role.organization());
        };
    }

    private boolean looksAfter(@Nullable String institute) {
        return caller.isAdministrator() || (institute != null && caller.looksAfter(institute));
    }

    private static Map<String, String> details(Person person) {
        String institute = person.organization();
        return institute == null ? Map.of() : Map.of("institute", institute);
    }
}
