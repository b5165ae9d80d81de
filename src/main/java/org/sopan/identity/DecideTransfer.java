package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Transfer.State;
import org.sopan.mail.Letter;
import org.sopan.mail.Outbox;
import org.sopan.organization.Organizations;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Clocks;
import org.sopan.platform.Identified;
import org.sopan.shared.DomainException;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/**
 * Says yes or no to a transfer: first the person, or an administrator in her place, then the new institute. With its yes
 * the person belongs to it; open enrolments stay where they are until it takes them over one by one.
 */
@ApplicationScoped
public class DecideTransfer {
    private static final String UNKNOWN = "unknown-transfer";
    private final Transfers transfers;
    private final People people;
    private final Sessions sessions;
    private final Organizations organizations;
    private final Outbox outbox;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public DecideTransfer(
            Transfers transfers,
            People people,
            Sessions sessions,
            Organizations organizations,
            Outbox outbox,
            Caller caller,
            AuditTrail audit,
            Clock clock) {
        this.transfers = transfers;
        this.people = people;
        this.sessions = sessions;
        this.organizations = organizations;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A transfer, where it stands now, and whose it is. */
    public record Seen(Transfer transfer, State state, Person person) {}

    /** The person's answer. */
    @Transactional
    public Seen consent(UUID id, boolean agree) {
        Transfer transfer = own(id);
        if (agree) {
            State before = transfer.state(clock.instant());
            transfer.agree(clock.instant());
            if (before != State.AGREED) {
                record("transfer-agreed", transfer);
            }
        } else if (transfer.end(State.DECLINED, caller.person(), clock.instant())) {
            record("transfer-declined", transfer);
        }
        return seen(transfer);
    }

    /** The person takes it back while it is open. */
    @Transactional
    public void withdraw(UUID id) {
        Transfer transfer = own(id);
        if (transfer.end(State.WITHDRAWN, caller.person(), clock.instant())) {
            record("transfer-withdrawn", transfer);
        }
    }

    /** The new institute's answer. */
    @Transactional
    public Seen decide(UUID id, boolean accept) {
        Person person = lockedPersonOf(id);
        Transfer transfer = transfers
                .locked(id)
                .filter(found ->
                        caller.isAdministrator() || (caller.looksAfter(found.to()) && found.agreedAt() != null))
                .orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
        State end = accept ? State.ACCEPTED : State.DECLINED;
        String action = accept ? "transfer-accepted" : "transfer-declined";
        if (transfer.end(end, caller.person(), clock.instant())) {
            if (accept) {
                move(person, transfer);
            }
            tell(person, transfer, action);
            record(accept ? "transfer-accepted" : "transfer-declined", transfer);
        }
        return new Seen(transfer, end, person);
    }

    /** One's own, the latest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Transfer> own() {
        return transfers.of(caller.person());
    }

    /** What leaves the caller's institutes, and what comes and was agreed by the person; the latest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Seen> list(@Nullable String institute, int page, int size) {
        Page<Transfer> found = transfers.list(institutes(institute), page, size);
        Map<PersonId, Person> known = new HashMap<>();
        people.all(found.items().stream().map(Transfer::person).distinct().toList())
                .forEach(person -> known.put(person.id(), person));
        Instant now = clock.instant();
        return new Page<>(
                found.items().stream()
                        .map(transfer -> new Seen(
                                transfer, transfer.state(now), Objects.requireNonNull(known.get(transfer.person()))))
                        .toList(),
                found.total());
    }

    private @Nullable Collection<String> institutes(@Nullable String institute) {
        if (institute != null && !institute.isBlank()) {
            if (!caller.looksAfter(institute)) {
                throw new DomainException.NotFound("unknown-organization");
            }
            return Set.of(institute);
        }
        return caller.isAdministrator()
                ? null
                : caller.identified().map(Identified::coordinated).orElse(Set.of());
    }

    private Transfer own(UUID id) {
        return transfers
                .locked(id)
                .filter(found -> caller.isAdministrator() || caller.is(found.person()))
                .orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
    }

    /** The person before the transfer, as whoever asks for one locks too. */
    private Person lockedPersonOf(UUID id) {
        return transfers
                .find(id)
                .flatMap(found -> people.locked(found.person()))
                .orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
    }

    private void move(Person person, Transfer transfer) {
        String from = person.organization();
        if (person.isClosed() || !Objects.equals(from, transfer.from())) {
            throw new DomainException.Conflict("transfer-ended");
        }
        person.moveTo(transfer.to());
        if (from != null && people.moveRoles(person.id(), from, transfer.to())) {
            sessions.endAll(person.id());
        }
        transfers.of(person.id()).stream()
                .filter(other -> !other.id().equals(transfer.id())
                        && other.state(clock.instant()).isOpen())
                .forEach(other -> other.end(State.WITHDRAWN, caller.person(), clock.instant()));
    }

    private Seen seen(Transfer transfer) {
        return new Seen(
                transfer,
                transfer.state(clock.instant()),
                people.find(transfer.person()).orElseThrow());
    }

    private void record(String action, Transfer transfer) {
        audit.record(caller.person(), action, transfer.person().toString(), transfer.audited());
    }

    private void tell(Person person, Transfer transfer, String template) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        if (person.isActive()) {
            outbox.queue(new Letter(
                            "transfer-ended/" + transfer.id(),
                            template,
                            person.email(),
                            person.language(),
                            Map.of(
                                    "name", person.nameIn(person.language()),
                                    "institute",
                                            organizations
                                                    .institute(transfer.to())
                                                    .nameOn(today)
                                                    .in(person.language())),
                            null)
                    .to(person.id()));
        }
    }
}
