package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterActs.Act;
import org.sopan.identity.BuiltUpon;
import org.sopan.identity.FieldChange;
import org.sopan.identity.Invite;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.mail.CallBack;
import org.sopan.platform.JsonText;
import org.sopan.shared.PersonId;

/** Removes people whom a plan added and nobody has used since, and puts back what it changed of others. */
@ApplicationScoped
public class TakeBackPeople {
    private final EntityManager entities;
    private final Engaged engaged;
    private final People people;
    private final BuiltUpon builtUpon;
    private final Invite invite;
    private final CallBack mail;

    @Inject
    public TakeBackPeople(
            EntityManager entities, Engaged engaged, People people, BuiltUpon builtUpon, Invite invite, CallBack mail) {
        this.entities = entities;
        this.engaged = engaged;
        this.people = people;
        this.builtUpon = builtUpon;
        this.invite = invite;
        this.mail = mail;
    }

    /** Who has a use for some of these people. */
    private record Used(Set<PersonId> enrolled, Set<PersonId> staff, Map<PersonId, String> builtUpon) {}

    void remove(List<Act> part, Undoing run) {
        invite.hold(part.stream().map(Act::person).toList());
        Map<PersonId, Person> now = locked(part);
        Used used = used(now.keySet());
        Map<PersonId, Act> back = new HashMap<>();
        for (Act act : part) {
            Person person = now.get(act.person());
            if (person == null) {
                continue;
            }
            String reason = reason(person, act, used, run);
            if (reason == null) {
                back.put(person.id(), act);
            } else {
                run.left(act, reason);
            }
        }
        remove(back, now, run);
    }

    private void remove(Map<PersonId, Act> back, Map<PersonId, Person> now, Undoing run) {
        if (back.isEmpty()) {
            return;
        }
        mail.reached(back.keySet()).forEach(person -> run.left(Objects.requireNonNull(back.get(person)), "mail-sent"));
        mail.all(back.keySet().stream()
                .collect(Collectors.toMap(person -> person, person -> Objects.requireNonNull(now.get(person))
                        .email())));
        builtUpon.clear(back.keySet());
        people.remove(back.keySet());
        run.removedPeople(back.size());
    }

    private Used used(Set<PersonId> ids) {
        Set<PersonId> staff = new HashSet<>(people.staffAmong(ids));
        staff.addAll(engaged.contactsAmong(ids));
        return new Used(new HashSet<>(engaged.enrolledAmong(ids)), staff, builtUpon.reasons(ids));
    }

    /** Why the person stays, or null. */
    private static @Nullable String reason(Person person, Act act, Used used, Undoing run) {
        if (!run.institute().equals(person.organization())) {
            return "taken-over";
        }
        if (person.hasSignedUp()) {
            return "signed-up";
        }
        if (used.staff().contains(person.id())) {
            return "has-role";
        }
        String reason = used.builtUpon().get(person.id());
        if (reason != null) {
            return reason;
        }
        if (used.enrolled().contains(person.id())) {
            return "other-enrolments";
        }
        return person.version() == Long.parseLong(act.subject()) ? null : "changed-since";
    }

    /** Fields that still hold what the plan wrote; of nobody who has left the institute or looks after others now. */
    void putBack(List<Act> part, Undoing run) {
        Map<PersonId, Person> now = locked(part);
        Set<PersonId> staff = new HashSet<>(people.staffAmong(now.keySet()));
        Map<Act, List<FieldChange>> changes = new HashMap<>();
        part.forEach(act -> changes.put(act, changes(act)));
        Set<String> taken = takenServiceIds(changes);
        Set<Person> changed = new LinkedHashSet<>();
        for (Act act : part) {
            Person person = now.get(act.person());
            String reason = person == null ? "changed-since" : reason(person, staff, run);
            if (person == null || reason != null) {
                run.left(act, String.valueOf(reason));
                continue;
            }
            List<FieldChange> made = Objects.requireNonNull(changes.get(act));
            int back = person.takeBack(made.stream()
                            .filter(change -> !isServiceId(change) || !taken.contains(change.from()))
                            .toList())
                    .size();
            if (back > 0) {
                changed.add(person);
                run.putBack();
            }
            if (back < made.size()) {
                run.left(act, "changed-since");
            }
        }
        people.saveAll(changed);
    }

    private static @Nullable String reason(Person person, Set<PersonId> staff, Undoing run) {
        if (person.isClosed()) {
            return "merged";
        }
        if (!run.institute().equals(person.organization())) {
            return "taken-over";
        }
        return staff.contains(person.id()) ? "has-role" : null;
    }

    /** Numbers that would come back but belong to someone by now. */
    private Set<String> takenServiceIds(Map<Act, List<FieldChange>> changes) {
        List<String> before = changes.values().stream()
                .flatMap(List::stream)
                .filter(TakeBackPeople::isServiceId)
                .map(FieldChange::from)
                .filter(Objects::nonNull)
                .toList();
        return people.among(List.of(), before).stream()
                .map(Person::serviceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static boolean isServiceId(FieldChange change) {
        return change.field().equals("service_id");
    }

    private static List<FieldChange> changes(Act act) {
        return JsonText.read(Objects.requireNonNull(act.details()), ApplyRows.Changes.class)
                .changes();
    }

    /** Locked, and no longer managed: what changes in them is written for all at once. */
    private Map<PersonId, Person> locked(List<Act> part) {
        Map<PersonId, Person> now = new HashMap<>();
        people.locked(part.stream().map(Act::person).toList()).forEach(person -> now.put(person.id(), person));
        entities.clear();
        return now;
    }
}
