package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.sopan.enrolment.RosterActs.Act;
import org.sopan.enrolment.RosterActs.Kind;
import org.sopan.enrolment.RosterPlan.Left;
import org.sopan.enrolment.RosterPlan.Undone;
import org.sopan.identity.FieldChange;
import org.sopan.identity.Invite;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.JsonText;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/** Takes acts of a plan back, kind by kind and part by part; who acted meanwhile is locked out or left alone. */
@ApplicationScoped
public class TakeBack {
    private final EntityManager entities;
    private final RosterActs acts;
    private final ManyEnrolments enrolments;
    private final People people;
    private final Invite invite;
    private final Event<RosterTakenBack> takenBack;

    @Inject
    public TakeBack(
            EntityManager entities,
            RosterActs acts,
            ManyEnrolments enrolments,
            People people,
            Invite invite,
            Event<RosterTakenBack> takenBack) {
        this.entities = entities;
        this.acts = acts;
        this.enrolments = enrolments;
        this.people = people;
        this.invite = invite;
        this.takenBack = takenBack;
    }

    /** Counts of one undoing. */
    private static final class Run {
        private final RosterPlan plan;
        private final Set<Left> left = new LinkedHashSet<>();
        private int people;
        private int updates;
        private int enrolments;
        private int invitations;

        Run(RosterPlan plan) {
            this.plan = plan;
        }

        void left(Act act, String reason) {
            left.add(new Left(act.row(), reason));
        }
    }

    Undone all(RosterPlan plan) {
        Run run = new Run(plan);
        each(run, Kind.enrolled, part -> enrolments(part, run));
        each(run, Kind.invited, part -> invitations(part, run));
        each(run, Kind.updated, part -> updates(part, run));
        each(run, Kind.created, part -> people(part, run));
        List<Left> left = run.left.stream()
                .sorted(java.util.Comparator.comparingInt(Left::row))
                .toList();
        return new Undone(run.people, run.updates, run.enrolments, run.invitations, left);
    }

    private void each(Run run, Kind kind, Consumer<List<Act>> part) {
        acts.each(run.plan.id(), kind, some -> {
            part.accept(some);
            entities.flush();
            entities.clear();
        });
    }

    private void enrolments(List<Act> part, Run run) {
        Map<EnrolmentId, Enrolment> now = new HashMap<>();
        enrolments
                .locked(part.stream().map(TakeBack::enrolment).toList())
                .forEach(enrolment -> now.put(enrolment.id(), enrolment));
        List<EnrolmentId> back = new ArrayList<>();
        for (Act act : part) {
            Enrolment enrolment = now.get(enrolment(act));
            if (enrolment != null && enrolment.state() == Enrolment.State.INVITED) {
                back.add(enrolment.id());
            } else if (enrolment != null) {
                run.left(act, "begun");
            }
        }
        if (!back.isEmpty()) {
            takenBack.fire(new RosterTakenBack(run.plan.id(), run.plan.institute(), back, List.of()));
            enrolments.remove(back);
        }
        run.enrolments += back.size();
    }

    private static EnrolmentId enrolment(Act act) {
        return new EnrolmentId(UUID.fromString(act.subject()));
    }

    private void invitations(List<Act> part, Run run) {
        List<Boolean> recalled = invite.recall(part.stream()
                .map(act -> new Invite.Sent(act.person(), Objects.requireNonNull(act.details()), act.subject()))
                .toList());
        for (int i = 0; i < part.size(); i++) {
            if (recalled.get(i)) {
                run.invitations++;
            } else {
                run.left(part.get(i), "mail-sent");
            }
        }
    }

    private void updates(List<Act> part, Run run) {
        Map<PersonId, Person> now = locked(part);
        Set<Person> changed = new LinkedHashSet<>();
        for (Act act : part) {
            List<FieldChange> changes = JsonText.read(Objects.requireNonNull(act.details()), ApplyRows.Changes.class)
                    .changes();
            Person person = now.get(act.person());
            int back = person == null ? 0 : person.takeBack(changes).size();
            if (person != null && back > 0) {
                changed.add(person);
                run.updates++;
            }
            if (back < changes.size()) {
                run.left(act, "changed-since");
            }
        }
        people.saveAll(changed);
    }

    private void people(List<Act> part, Run run) {
        invite.hold(part.stream().map(Act::person).toList());
        Map<PersonId, Person> now = locked(part);
        Set<PersonId> enrolled = new HashSet<>(enrolments.enrolledAmong(now.keySet()));
        Set<PersonId> staff = new HashSet<>(people.staffAmong(now.keySet()));
        List<PersonId> back = new ArrayList<>();
        for (Act act : part) {
            Person person = now.get(act.person());
            if (person == null) {
                continue;
            }
            if (person.hasSignedUp()) {
                run.left(act, "signed-up");
            } else if (enrolled.contains(person.id())) {
                run.left(act, "other-enrolments");
            } else if (staff.contains(person.id()) || person.version() != Long.parseLong(act.subject())) {
                run.left(act, "changed-since");
            } else {
                back.add(person.id());
            }
        }
        if (!back.isEmpty()) {
            takenBack.fire(new RosterTakenBack(run.plan.id(), run.plan.institute(), List.of(), back));
            people.remove(back);
        }
        run.people += back.size();
    }

    /** Locked, and no longer managed: what changes in them is written for all at once. */
    private Map<PersonId, Person> locked(List<Act> part) {
        Map<PersonId, Person> now = new HashMap<>();
        people.locked(part.stream().map(Act::person).toList()).forEach(person -> now.put(person.id(), person));
        entities.clear();
        return now;
    }
}
