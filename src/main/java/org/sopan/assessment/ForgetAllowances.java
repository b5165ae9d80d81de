package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterTakenBack;
import org.sopan.platform.Batches;

/** What was given to an enrolment goes with it when a roster is taken back; the audit trail keeps who gave it. */
@ApplicationScoped
public class ForgetAllowances {
    private final Batches batches;

    @Inject
    public ForgetAllowances(Batches batches) {
        this.batches = batches;
    }

    void takenBack(@Observes RosterTakenBack event) {
        List<@Nullable Object[]> rows = event.enrolments().stream()
                .map(enrolment -> new @Nullable Object[] {enrolment.value()})
                .toList();
        batches.execute("delete from quiz_allowance where enrolment = ?", rows);
    }
}
