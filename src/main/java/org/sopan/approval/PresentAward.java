package org.sopan.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sopan.completion.Award;
import org.sopan.completion.AwardMet;
import org.sopan.completion.Awards;
import org.sopan.course.AwardRule;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;

/** Puts an award into the queue: in the transaction that met it, and again after it was returned. */
@ApplicationScoped
public class PresentAward {
    static final String UNKNOWN = "unknown-award";
    private final Approvals approvals;
    private final Awards awards;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public PresentAward(Approvals approvals, Awards awards, Caller caller, AuditTrail audit, Clock clock) {
        this.approvals = approvals;
        this.awards = awards;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    void awardMet(@Observes AwardMet event) {
        if (event.rule().issue() == AwardRule.Issue.AFTER_APPROVAL) {
            Instant now = clock.instant();
            approvals.add(new Approval(event.award().id(), now));
        }
    }

    /** By who looks after the award's institute; one that waits already stays where it is. */
    @Transactional
    public void again(UUID id) {
        Award award = awards.find(id)
                .filter(found -> caller.looksAfter(found.institute()))
                .orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
        Approval approval = approvals.locked(id).orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
        if (approval.state() == Approval.State.APPROVED) {
            throw new DomainException.Conflict("already-approved");
        }
        if (approval.presentAgain(clock.instant())) {
            approvals.write(List.of(new Approvals.Act(id, "presented", null, null, caller.person())), clock.instant());
            audit.record(caller.person(), "award-presented", id.toString(), Map.of("institute", award.institute()));
        }
    }
}
