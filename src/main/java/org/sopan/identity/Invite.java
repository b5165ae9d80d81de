package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.Letter;
import org.sopan.mail.Outbox;
import org.sopan.organization.Organizations;
import org.sopan.platform.Clocks;
import org.sopan.platform.Dates;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;

/** Sends a person the link to choose a password; in the transaction that enrols, or that gives a role. */
@ApplicationScoped
public class Invite {
    private final OneTimeLinks links;
    private final Outbox outbox;
    private final Organizations organizations;
    private final People people;
    private final CohortHosts hosts;

    @Inject
    public Invite(OneTimeLinks links, Outbox outbox, Organizations organizations, People people, CohortHosts hosts) {
        this.links = links;
        this.outbox = outbox;
        this.organizations = organizations;
        this.people = people;
        this.hosts = hosts;
    }

    /** Queues one invitation; the same {@code because} never sends a second one, and nobody deactivated gets one. */
    public void send(Person person, String because) {
        send(List.of(person), because, null);
    }

    /** The same for someone who is here to do what this role asks; the mail says so. */
    void send(Person person, RoleHeld role, String because) {
        send(List.of(person), role, because, null);
    }

    /** The same for someone who was invited before: to a role, if there is one beside learning. */
    void again(Person person, String because) {
        RoleHeld role = people.rolesOf(person.id()).stream()
                .filter(held -> held.role() != Role.LEARNER)
                .findFirst()
                .orElse(null);
        send(List.of(person), role, because, null);
    }

    /** An invitation on its way: whom it goes to, and the keys by which it can be called back. */
    public record Sent(PersonId person, String once, String link) {}

    /** One for each, to leave no earlier than this moment. */
    public List<Sent> send(Collection<Person> people, String because, @Nullable Instant notBefore) {
        return send(people, null, because, notBefore);
    }

    private List<Sent> send(
            Collection<Person> people, @Nullable RoleHeld role, String because, @Nullable Instant notBefore) {
        List<Person> active = people.stream().filter(Person::isActive).toList();
        List<PersonId> ids = active.stream().map(Person::id).toList();
        Iterator<OneTimeLinks.Link> made =
                links.make(OneTimeLinks.Purpose.INVITATION, ids).iterator();
        List<Letter> letters = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        for (Person person : active) {
            OneTimeLinks.Link link = made.next();
            String once = "invitation/" + person.id() + "/" + because;
            letters.add(
                    new Letter(once, "invitation", person.email(), person.language(), data(person, role, link), null)
                            .to(person.id())
                            .notBefore(notBefore));
            sent.add(new Sent(person.id(), once, link.hash()));
        }
        outbox.queue(letters);
        return sent;
    }

    /** Waits for those of these people who are just signing up, and lets nobody of them begin to until this transaction ends. */
    public void hold(Collection<PersonId> people) {
        links.hold(people);
    }

    /** Calls back those that have not left and ends their links; tells which, in the same order. */
    public List<Boolean> recall(List<Sent> invitations) {
        List<Boolean> recalled =
                outbox.recall(invitations.stream().map(Sent::once).toList());
        List<String> ended = new ArrayList<>();
        for (int i = 0; i < recalled.size(); i++) {
            if (recalled.get(i)) {
                ended.add(invitations.get(i).link());
            }
        }
        links.end(ended);
        return recalled;
    }

    /** A role is named by its word, for which the template has a sentence. */
    private Map<String, String> data(Person person, @Nullable RoleHeld role, OneTimeLinks.Link link) {
        Language language = person.language();
        LocalDate until = dhakaDay(link.expiresAt());
        Map<String, String> data = new HashMap<>(Map.of(
                "name",
                person.nameIn(language),
                "institute",
                organizations
                        .find(role == null ? person.organization() : house(role))
                        .map(institute -> institute.nameOn(until).in(language))
                        .orElse("Sopan"),
                "link",
                link.address(),
                "until",
                Dates.day(until, language)));
        if (role != null) {
            data.put("staff", role.role().word());
            data.put(role.role().word(), role.role().word());
        }
        return data;
    }

    private @Nullable String house(RoleHeld role) {
        CohortId cohort = role.cohort();
        return cohort == null ? role.organization() : hosts.hostOf(cohort).orElse(null);
    }

    static LocalDate dhakaDay(Instant instant) {
        return LocalDate.ofInstant(instant, Clocks.DHAKA);
    }
}
