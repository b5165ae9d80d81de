package org.sopan.testing;

import java.util.stream.Stream;
import org.sopan.completion.JoinEnrolments;
import org.sopan.credential.JoinCertificates;
import org.sopan.enrolment.EnrolmentChanges;
import org.sopan.identity.DeactivatePerson;
import org.sopan.identity.EmailChanges;
import org.sopan.identity.LastAdministrator;
import org.sopan.identity.MergePart;
import org.sopan.identity.MergePeople;
import org.sopan.identity.Merges;
import org.sopan.identity.PeopleInCare;
import org.sopan.identity.Person;
import org.sopan.identity.PersonMerge;

/** Joining two records of one person, with what the other rooms do about it. */
public final class Merging {
    public final MergePeople mergePeople;
    public final EnrolmentChanges changes;
    private final Rooms rooms;

    public Merging(Rooms rooms, Study study) {
        this.rooms = rooms;
        changes = new EnrolmentChanges(rooms.entities, rooms.events.of(), rooms.clock);
        mergePeople = new MergePeople(
                new Merges(rooms.entities),
                rooms.people,
                Stream.<MergePart>of(
                        new JoinEnrolments(
                                rooms.entities, rooms.enrolments, study.steps, changes, rooms.caller, rooms.audit),
                        new JoinCertificates(rooms.entities)),
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

    /** Joins them; the caller is an administrator. */
    public PersonMerge merge(Person kept, Person dropped) {
        return rooms.database.in(() -> mergePeople.merge(kept.id(), dropped.id(), "two spellings of one name"));
    }

    public void undo(PersonMerge merge) {
        rooms.database.run(() -> mergePeople.undo(merge.id()));
    }
}
