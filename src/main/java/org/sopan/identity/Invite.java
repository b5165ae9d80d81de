package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.sopan.mail.Letter;
import org.sopan.mail.Outbox;
import org.sopan.organization.Organizations;
import org.sopan.platform.Clocks;
import org.sopan.platform.Dates;
import org.sopan.shared.Language;

/** Sends a person the link to choose a password; in the transaction that enrols. */
@ApplicationScoped
public class Invite {
    private final OneTimeLinks links;
    private final Outbox outbox;
    private final Organizations organizations;

    @Inject
    public Invite(OneTimeLinks links, Outbox outbox, Organizations organizations) {
        this.links = links;
        this.outbox = outbox;
        this.organizations = organizations;
    }

    /** Queues one invitation; the same {@code because} never sends a second one, and nobody deactivated gets one. */
    public void send(Person person, String because) {
        if (!person.isActive()) {
            return;
        }
        OneTimeLinks.Link link = links.make(OneTimeLinks.Purpose.INVITATION, person.id());
        outbox.queue(new Letter(
                        "invitation/" + person.id() + "/" + because,
                        "invitation",
                        person.email(),
                        person.language(),
                        data(person, link),
                        null)
                .to(person.id()));
    }

    private Map<String, String> data(Person person, OneTimeLinks.Link link) {
        Language language = person.language();
        return Map.of(
                "name", person.nameIn(language),
                "institute",
                        organizations
                                .find(person.organization())
                                .map(institute -> institute
                                        .nameOn(dhakaDay(link.expiresAt()))
                                        .in(language))
                                .orElse("Sopan"),
                "link", link.address(),
                "until", Dates.day(dhakaDay(link.expiresAt()), language));
    }

    static LocalDate dhakaDay(Instant instant) {
        return LocalDate.ofInstant(instant, Clocks.DHAKA);
    }
}
