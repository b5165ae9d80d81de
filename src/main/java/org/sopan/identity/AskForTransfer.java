package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.Letter;
import org.sopan.mail.Outbox;
import org.sopan.organization.Organizations;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Clocks;
import org.sopan.platform.Randomness;
import org.sopan.platform.Settings;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.PersonId;

/**
 * Asks for a person's move to an institute: that institute's coordinator, who is told nothing, not even whether there is
 * such a person; the person, who thereby agrees; or an administrator, who agrees in the person's place.
 */
@ApplicationScoped
public class AskForTransfer {
    private final Transfers transfers;
    private final People people;
    private final Organizations organizations;
    private final Outbox outbox;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public AskForTransfer(
            Transfers transfers,
            People people,
            Organizations organizations,
            Outbox outbox,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Settings settings,
            Clock clock) {
        this.transfers = transfers;
        this.people = people;
        this.organizations = organizations;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.settings = settings;
        this.clock = clock;
    }

    /** By the new institute, of someone it knows by e-mail or service id. */
    @Transactional
    public void ask(@Nullable String email, @Nullable String serviceId, String to) {
        if (!caller.looksAfter(to)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        organizations.institute(to);
        known(email, serviceId)
                .flatMap(person -> people.locked(person.id()))
                .filter(person -> person.isActive() && !person.isClosed() && !to.equals(person.organization()))
                .filter(person -> isAskable(person, to))
                .ifPresent(person -> {
                    Transfer transfer = added(person, to);
                    if (caller.isAdministrator()) {
                        transfer.agree(clock.instant());
                    } else {
                        tell(transfer, person);
                    }
                    record(transfer);
                });
    }

    /** By oneself. */
    @Transactional
    public Transfer own(String to) {
        organizations.institute(to);
        Person person =
                people.locked(caller.person()).orElseThrow(() -> new DomainException.Unauthenticated("sign-in-needed"));
        if (to.equals(person.organization())) {
            throw new DomainException.Conflict("already-there");
        }
        Optional<Transfer> before = open(person, to);
        Transfer transfer = before.orElseGet(() -> added(person, to));
        transfer.agree(clock.instant());
        if (before.isEmpty()) {
            record(transfer);
        }
        return transfer;
    }

    private Optional<Person> known(@Nullable String email, @Nullable String serviceId) {
        if ((email == null) == (serviceId == null)) {
            throw DomainException.Invalid.refused("invalid-input", new FieldError("email", "missing"));
        }
        if (email != null) {
            return people.byEmail(EmailAddress.of(email, "email"));
        }
        String number = BanglaDigits.toLatin(CleanText.key(String.valueOf(serviceId)));
        return people.among(List.of(), List.of(number)).stream().findFirst();
    }

    /** Not while one is open, nor soon after the person said no. */
    private boolean isAskable(Person person, String to) {
        Instant now = clock.instant();
        return open(person, to).isEmpty()
                && transfers.of(person.id()).stream()
                        .noneMatch(before -> before.to().equals(to) && before.wasRefused(now));
    }

    /** The open one to this institute; one that has expired makes room. */
    private Optional<Transfer> open(Person person, String to) {
        Instant now = clock.instant();
        List<Transfer> there = transfers.of(person.id()).stream()
                .filter(transfer -> transfer.to().equals(to))
                .toList();
        there.stream()
                .filter(transfer -> transfer.state(now) == Transfer.State.EXPIRED)
                .forEach(Transfer::expire);
        return there.stream().filter(transfer -> transfer.state(now).isOpen()).findFirst();
    }

    private Transfer added(Person person, String to) {
        transfers.flush();
        PersonId by = caller.person();
        Transfer transfer = new Transfer(randomness.id(), person, to, by, clock.instant());
        transfers.add(transfer);
        return transfer;
    }

    private void record(Transfer transfer) {
        audit.record(caller.person(), "transfer-asked", transfer.person().toString(), transfer.audited());
    }

    private void tell(Transfer transfer, Person person) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        outbox.queue(new Letter(
                        "transfer-asked/" + transfer.id(),
                        "transfer-asked",
                        person.email(),
                        person.language(),
                        Map.of(
                                "name", person.nameIn(person.language()),
                                "institute",
                                        organizations
                                                .institute(transfer.to())
                                                .nameOn(today)
                                                .in(person.language()),
                                "link", settings.url() + "/#/transfers"),
                        null)
                .to(person.id()));
    }
}
