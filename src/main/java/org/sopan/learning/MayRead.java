package org.sopan.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.sopan.enrolment.Enrolments;
import org.sopan.platform.Caller;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException;

/** Who may read a course's lessons: those enrolled in it, and staff. */
@ApplicationScoped
public class MayRead {
    private final Enrolments enrolments;
    private final Caller caller;

    @Inject
    public MayRead(Enrolments enrolments, Caller caller) {
        this.enrolments = enrolments;
        this.caller = caller;
    }

    /** Refuses with 404: a course one is not enrolled in has no lessons to know of. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void check(String course) {
        boolean staff = caller.identified()
                .filter(who ->
                        who.roles().contains(Role.COORDINATOR) || who.roles().contains(Role.ADMINISTRATOR))
                .isPresent();
        if (!staff && !enrolments.mayRead(caller.records(), course)) {
            throw new DomainException.NotFound("unknown-lesson");
        }
    }
}
