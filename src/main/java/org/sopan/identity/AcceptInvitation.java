package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.Letter;
import org.sopan.mail.Outbox;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Dates;
import org.sopan.platform.Settings;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** The invited person chooses a password, supplies the name's other language, and is in. */
@ApplicationScoped
public class AcceptInvitation {
    private final OneTimeLinks links;
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public AcceptInvitation(
            OneTimeLinks links,
            People people,
            Passwords passwords,
            Sessions sessions,
            Outbox outbox,
            AuditTrail audit,
            Settings settings,
            Clock clock) {
        this.links = links;
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.outbox = outbox;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** A person who is in, with the new token. */
    public record SignedIn(Person person, Sessions.Opened session) {}

    @Transactional
    public SignedIn accept(
            String token, String password, @Nullable LocalizedText name, @Nullable LocalizedText designation) {
        return choose(OneTimeLinks.Purpose.INVITATION, token, password, name, designation);
    }

    /** The same for a forgotten password; all sessions that were open end. */
    @Transactional
    public SignedIn reset(String token, String password) {
        return choose(OneTimeLinks.Purpose.RESET, token, password, null, null);
    }

    private SignedIn choose(
            OneTimeLinks.Purpose purpose,
            String token,
            String password,
            @Nullable LocalizedText name,
            @Nullable LocalizedText designation) {
        passwords.mustBeStrong(password);
        PersonId id = links.use(purpose, token);
        Person person =
                people.find(id).filter(Person::isActive).orElseThrow(() -> new DomainException.Gone("link-not-valid"));
        person.changePassword(passwords.hash(password));
        person.supply(CleanText.line(name, "name"), CleanText.line(designation, "designation"));
        sessions.endAll(id);
        if (links.wasByHand(token)) {
            tell(person);
        }
        audit.record(
                id,
                purpose == OneTimeLinks.Purpose.INVITATION ? "invitation-used" : "reset-used",
                id.toString(),
                institute(person));
        return new SignedIn(person, sessions.open(id));
    }

    /** Whoever handed the link over could have used it too: the person hears of it at the own address. */
    private void tell(Person person) {
        Language language = person.language();
        outbox.queue(new Letter(
                        "activated/" + person.id() + "/" + clock.instant(),
                        "activated",
                        person.email(),
                        language,
                        Map.of(
                                "name", person.nameIn(language),
                                "day", Dates.day(Invite.dhakaDay(clock.instant()), language),
                                "link", settings.url() + "/#/forgot"),
                        null)
                .to(person.id()));
    }

    private static Map<String, String> institute(Person person) {
        String institute = person.organization();
        return institute == null ? Map.of() : Map.of("institute", institute);
    }
}
