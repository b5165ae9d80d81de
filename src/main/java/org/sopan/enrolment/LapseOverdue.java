package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.sopan.platform.Job;

/** Closes what was never finished, some time after its last day; a coordinator may let it be taken up again. */
@ApplicationScoped
public class LapseOverdue implements Job {
    static final int CHUNK = 500;
    private final OverdueEnrolments overdue;

    @Inject
    public LapseOverdue(OverdueEnrolments overdue) {
        this.overdue = overdue;
    }

    @Override
    public String name() {
        return "lapse";
    }

    @Override
    public Duration rest() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        int closed = CHUNK;
        while (closed == CHUNK) {
            closed = overdue.lapse(CHUNK);
        }
    }
}
