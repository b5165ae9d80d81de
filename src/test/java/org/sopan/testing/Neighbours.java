package org.sopan.testing;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.JoinEnrolments;
import org.sopan.completion.Steps;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.EnrolmentChanges;
import org.sopan.enrolment.TakeOverEnrolment;
import org.sopan.identity.AskForTransfer;
import org.sopan.identity.DeactivatePerson;
import org.sopan.identity.DecideTransfer;
import org.sopan.identity.EmailChanges;
import org.sopan.identity.LastAdministrator;
import org.sopan.identity.MergePeople;
import org.sopan.identity.Merges;
import org.sopan.identity.PeopleInCare;
import org.sopan.identity.Person;
import org.sopan.identity.PersonMerge;
import org.sopan.identity.Transfers;
import org.sopan.platform.Acting;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/**
 * What others do with an institute's people: another institute asks for them and takes over, an administrator joins two
 * records. Each through the use cases, each in its own transaction; afterwards the caller is who it was before.
 */
public final class Neighbours {
    public final DecideTransfer decide;
    public final TakeOverEnrolment takeOver;
    public final MergePeople mergePeople;
    private final AskForTransfer ask;
    private final Rooms rooms;
    private final PersonId somebody = new PersonId(UUID.randomUUID());

    public Neighbours(Rooms rooms) {
        this.rooms = rooms;
        Transfers transfers = new Transfers(rooms.entities);
        ask = new AskForTransfer(
                transfers,
                rooms.people,
                rooms.organizations,
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.settings,
                rooms.clock);
        decide = new DecideTransfer(
                transfers,
                rooms.people,
                rooms.sessions,
                rooms.organizations,
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.clock);
        takeOver = new TakeOverEnrolment(
                transfers,
                rooms.people,
                rooms.enrolments,
                new EnrolmentChanges(rooms.entities, rooms.events.of(), rooms.clock),
                rooms.caller,
                rooms.audit,
                rooms.events.of(),
                rooms.clock);
        mergePeople = merging();
    }

    private MergePeople merging() {
        return new MergePeople(
                new Merges(rooms.entities),
                rooms.people,
                Stream.of(new JoinEnrolments(
                        rooms.entities,
                        rooms.enrolments,
                        new Steps(rooms.entities),
                        new EnrolmentChanges(rooms.entities, rooms.events.of(), rooms.clock),
                        rooms.caller,
                        rooms.audit)),
                new DeactivatePerson(
                        new PeopleInCare(rooms.people, rooms.caller),
                        new LastAdministrator(rooms.entities),
                        rooms.sessions,
                        rooms.links,
                        rooms.outbox,
                        rooms.caller,
                        rooms.audit),
                new EmailChanges(rooms.entities),
                rooms.sessions,
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
    }

    /** An institute asks for a person; the person has not answered yet. */
    public UUID ask(Person person, String to) {
        return as(
                to,
                () -> rooms.database.in(() -> {
                    ask.ask(person.email(), null, to);
                    rooms.entities.flush();
                    return UUID.fromString(rooms.entities
                            .createNativeQuery(
                                    "select cast(id as varchar) from transfer where person = cast(?1 as uuid)"
                                            + " and to_institute = ?2 and open_key is not null")
                            .setParameter(1, person.id().toString())
                            .setParameter(2, to)
                            .getSingleResult()
                            .toString());
                }));
    }

    /** A person moves to another institute, with everybody's yes. */
    public UUID transfer(Person person, String to) {
        UUID id = ask(person, to);
        asAdministrator(() -> rooms.database.in(() -> decide.consent(id, true)));
        as(to, () -> rooms.database.in(() -> decide.decide(id, true)));
        return id;
    }

    /** An administrator declines in the person's place. */
    public void decline(UUID transfer) {
        asAdministrator(() -> rooms.database.in(() -> decide.consent(transfer, false)));
    }

    public Enrolment takeOver(UUID transfer, EnrolmentId enrolment, String by, @Nullable CohortId cohort) {
        return as(by, () -> rooms.database.in(() -> takeOver.takeOver(transfer, enrolment, cohort)));
    }

    public List<EnrolmentId> waiting(UUID transfer, String by) {
        return as(by, () -> rooms.database.in(() -> takeOver.waiting(transfer)).stream()
                .map(Enrolment::id)
                .toList());
    }

    public PersonMerge merge(Person keep, Person drop) {
        return asAdministrator(() -> rooms.database.in(() -> mergePeople.merge(keep.id(), drop.id(), "two spellings")));
    }

    /** Does something as a coordinator of this institute. */
    public <T> T as(String institute, Supplier<T> act) {
        return doing(() -> Acting.coordinator(rooms.caller, actor(), institute), act);
    }

    public <T> T asAdministrator(Supplier<T> act) {
        return doing(() -> Acting.administrator(rooms.caller, actor()), act);
    }

    private <T> T doing(Runnable become, Supplier<T> act) {
        var before = rooms.caller.identified().orElseThrow();
        become.run();
        try {
            return act.get();
        } finally {
            Acting.again(rooms.caller, before);
        }
    }

    /** Someone who is on record, since what is done names who did it. */
    private PersonId actor() {
        if (rooms.database.in(() -> rooms.people.find(somebody)).isEmpty()) {
            rooms.database.run(() -> rooms.people.add(new Person(
                    somebody,
                    "neighbour@sopan.example",
                    new Person.Profile(LocalizedText.of("Neighbour", "প্রতিবেশী"), null, null, null, null, null),
                    null,
                    rooms.clock.instant())));
        }
        return somebody;
    }
}
