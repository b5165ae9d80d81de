package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sopan.enrolment.RosterActs.Act;
import org.sopan.identity.BuiltUpon;
import org.sopan.identity.Invite;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.mail.CallBack;
import org.sopan.shared.PersonId;

/**
 * Calls invitations of a plan back, once its enrolments are gone. One stays where its person still has to come in:
 * someone whom the plan added is enrolled otherwise, or anyone belongs to another institute by now or has been asked
 * for by one.
 */
@ApplicationScoped
public class TakeBackInvitations {
    private final Engaged engaged;
    private final People people;
    private final BuiltUpon builtUpon;
    private final Invite invite;
    private final CallBack mail;

    @Inject
    public TakeBackInvitations(Engaged engaged, People people, BuiltUpon builtUpon, Invite invite, CallBack mail) {
        this.engaged = engaged;
        this.people = people;
        this.builtUpon = builtUpon;
        this.invite = invite;
        this.mail = mail;
    }

    void callBack(List<Act> part, Undoing run) {
        Set<PersonId> awaited = awaited(part, run);
        List<Act> back = new ArrayList<>();
        for (Act act : part) {
            if (awaited.contains(act.person())) {
                run.left(act, "still-invited");
            } else {
                back.add(act);
            }
        }
        List<Boolean> recalled = invite.recall(back.stream()
                .map(act -> new Invite.Sent(act.person(), once(act), act.subject()))
                .toList());
        Set<String> left =
                mail.left(back.stream().map(TakeBackInvitations::once).toList());
        for (int i = 0; i < back.size(); i++) {
            if (recalled.get(i)) {
                run.calledBack();
            } else if (left.contains(once(back.get(i)))) {
                run.left(back.get(i), "mail-sent");
            }
        }
    }

    private Set<PersonId> awaited(List<Act> part, Undoing run) {
        Set<PersonId> awaited = new HashSet<>();
        List<PersonId> strangers = new ArrayList<>();
        List<PersonId> added = new ArrayList<>();
        for (Person person :
                people.all(part.stream().map(Act::person).distinct().toList())) {
            if (person.hasSignedUp() || !person.isActive()) {
                continue;
            }
            strangers.add(person.id());
            if (!run.institute().equals(person.organization())) {
                awaited.add(person.id());
            } else if (!person.createdAt().isBefore(run.plannedAt())) {
                added.add(person.id());
            }
        }
        awaited.addAll(engaged.holdersOfOpen(added));
        awaited.addAll(builtUpon.transferred(strangers));
        return awaited;
    }

    /** The key by which the mail was queued. */
    private static String once(Act act) {
        return Objects.requireNonNull(act.details());
    }
}
