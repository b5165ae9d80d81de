package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sopan.mail.Letter;
import org.sopan.mail.Outbox;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Dates;
import org.sopan.platform.Hashes;
import org.sopan.platform.Randomness;
import org.sopan.platform.Settings;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/**
 * Asks for another e-mail address. The old and the new one each get a link; whether the new one is someone's already, only
 * its holder is told. A new request replaces the one before.
 */
@ApplicationScoped
public class AskForEmail {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private final PeopleInCare inCare;
    private final People people;
    private final EmailChanges changes;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final Outbox outbox;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public AskForEmail(
            PeopleInCare inCare,
            People people,
            EmailChanges changes,
            Passwords passwords,
            SignInThrottle throttle,
            Outbox outbox,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Settings settings,
            Clock clock) {
        this.inCare = inCare;
        this.people = people;
        this.changes = changes;
        this.passwords = passwords;
        this.throttle = throttle;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.settings = settings;
        this.clock = clock;
    }

    /** Checks one's password, outside of any transaction: hashing takes long and holds no connection. */
    public void check(String password) {
        Person person =
                people.find(caller.person()).orElseThrow(() -> new DomainException.Unauthenticated("sign-in-needed"));
        throttle.check(person.email());
        if (!passwords.verify(password, person.passwordHash())) {
            throttle.failed(person.email());
            throw Invalid.refused("invalid-input", new FieldError("password", "wrong-password"));
        }
    }

    @Transactional
    public void ask(String typed) {
        String address = EmailAddress.of(typed, "email");
        Person person = inCare.self();
        if (address.equals(person.email())) {
            throw Invalid.refused("invalid-input", new FieldError("email", "unchanged"));
        }
        Instant now = clock.instant();
        changes.pendingOf(person.id()).ifPresent(before -> {
            Duration since = Duration.between(before.askedAt(), now);
            if (since.compareTo(PAUSE) < 0) {
                throw new DomainException.TooMany(
                        "asked-just-now", PAUSE.minus(since).toSeconds() + 1);
            }
        });
        changes.dropPending(person.id());
        start(person, address, now);
        audit.record(
                caller.person(),
                "email-change-asked",
                person.id().toString(),
                ChangeProfile.details(person, "by", "person"));
    }

    private void start(Person person, String address, Instant now) {
        Optional<Person> holder = people.byEmail(address);
        boolean taken = holder.isPresent();
        String oldToken = randomness.token();
        String newToken = randomness.token();
        EmailChange change = EmailChange.pending(
                randomness.id(), person, address, Hashes.sha256(oldToken), taken ? null : Hashes.sha256(newToken), now);
        changes.add(change);
        write(change, person, "email-change-old", person.email(), oldToken);
        if (taken) {
            outbox.queue(
                    new Letter("email-known/" + change.id(), "email-known", address, person.language(), Map.of(), null)
                            .to(holder.get().id()));
        } else {
            write(change, person, "email-change-new", address, newToken);
        }
    }

    private void write(EmailChange change, Person person, String template, String address, String token) {
        outbox.queue(new Letter(
                        template + "/" + change.id(),
                        template,
                        address,
                        person.language(),
                        Map.of(
                                "name", person.nameIn(person.language()),
                                "address", change.newAddress(),
                                "link", settings.url() + "/#/email-change/" + token,
                                "until", Dates.day(Invite.dhakaDay(change.expiresAt()), person.language())),
                        null)
                .to(person.id()));
    }
}
