package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.BiConsumer;
import org.sopan.enrolment.RosterActs.Act;
import org.sopan.enrolment.RosterActs.Kind;
import org.sopan.enrolment.RosterPlan.Undone;

/** Takes acts of a plan back, kind by kind and part by part; who acted meanwhile is locked out or left alone. */
@ApplicationScoped
public class TakeBack {
    private final EntityManager entities;
    private final RosterActs acts;
    private final TakeBackEnrolments enrolments;
    private final TakeBackInvitations invitations;
    private final TakeBackPeople people;

    @Inject
    public TakeBack(
            EntityManager entities,
            RosterActs acts,
            TakeBackEnrolments enrolments,
            TakeBackInvitations invitations,
            TakeBackPeople people) {
        this.entities = entities;
        this.acts = acts;
        this.enrolments = enrolments;
        this.invitations = invitations;
        this.people = people;
    }

    /** People go last but for updates, which may need a service id that one of them has. */
    Undone all(RosterPlan plan) {
        Undoing run = new Undoing(plan);
        each(run, Kind.enrolled, enrolments::remove);
        each(run, Kind.invited, invitations::callBack);
        each(run, Kind.created, people::remove);
        each(run, Kind.updated, people::putBack);
        return run.undone();
    }

    private void each(Undoing run, Kind kind, BiConsumer<List<Act>, Undoing> takeBack) {
        acts.each(run.plan(), kind, part -> {
            takeBack.accept(part, run);
            entities.flush();
            entities.clear();
        });
    }
}
