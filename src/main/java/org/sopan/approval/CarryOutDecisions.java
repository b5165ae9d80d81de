package org.sopan.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sopan.platform.Job;

/** Carries decisions out some hundred awards at a time, each part in one transaction; where it stopped it goes on. */
@ApplicationScoped
public class CarryOutDecisions implements Job {
    static final String NAME = "decisions";
    private static final Logger LOG = Logger.getLogger(CarryOutDecisions.class.getName());
    private static final int PART = 250;
    private final DecisionRounds rounds;

    @Inject
    public CarryOutDecisions(DecisionRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            try {
                more = rounds.carryOut(PART);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "a part of a decision failed; it is done one by one");
                more = oneByOne();
            }
        }
    }

    /** So that one award that cannot be issued holds up no other. */
    private boolean oneByOne() {
        boolean more = true;
        for (int i = 0; more && i < PART; i++) {
            try {
                more = rounds.carryOut(1);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "an award could not be decided; it is left as it was");
                more = rounds.passOver();
            }
        }
        return more;
    }
}
