package org.sopan.report;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.sopan.platform.Job;
import org.sopan.platform.Startup;

/** Counts into rows what has happened, so that what is left to count when someone asks stays little. */
@ApplicationScoped
public class FoldTally implements Job {
    private final CountTally count;

    @Inject
    public FoldTally(CountTally count) {
        this.count = count;
    }

    /** Before anyone asks: after an upgrade, everything there ever was is still to be counted. */
    void start(@Observes @Priority(Startup.JOBS - 1) @Initialized(ApplicationScoped.class) Object event) {
        Startup.step("counts", count::fold);
    }

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        count.fold();
    }
}
