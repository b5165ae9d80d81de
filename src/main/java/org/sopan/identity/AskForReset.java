package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.sopan.mail.Letter;
import org.sopan.mail.Outbox;
import org.sopan.platform.Dates;

/** Mails a link for a new password to whoever has this address; nobody learns whether anyone has. */
@ApplicationScoped
public class AskForReset {
    private static final long MINUTE = 60;
    private final People people;
    private final OneTimeLinks links;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public AskForReset(People people, OneTimeLinks links, Outbox outbox, Clock clock) {
        this.people = people;
        this.links = links;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** At most one mail a minute and person, however often it is asked for. */
    @Transactional
    public void ask(String email) {
        people.byEmail(email).filter(Person::isActive).ifPresent(person -> {
            OneTimeLinks.Link link = links.make(OneTimeLinks.Purpose.RESET, person.id());
            outbox.queue(new Letter(
                            "reset/" + person.id() + "/" + clock.instant().getEpochSecond() / MINUTE,
                            "password-reset",
                            person.email(),
                            person.language(),
                            Map.of(
                                    "name", person.nameIn(person.language()),
                                    "link", link.address(),
                                    "until", Dates.day(Invite.dhakaDay(link.expiresAt()), person.language())),
                            null)
                    .to(person.id()));
        });
    }
}
