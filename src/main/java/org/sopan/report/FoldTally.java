package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.sopan.platform.Job;

/** Counts into rows what has happened, so that what is left to count when someone asks stays little. */
@ApplicationScoped
public class FoldTally implements Job {
    private final CountTally count;

    @Inject
    public FoldTally(CountTally count) {
        this.count = count;
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
