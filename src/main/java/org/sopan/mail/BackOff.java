package org.sopan.mail;

import java.time.Duration;
import org.sopan.platform.Randomness;

/**
 * How long to wait after a failure: twice as long each time, and a part more by chance, so that what failed together
 * does not come back together.
 */
enum BackOff {
    /** A server that answers "later", such as one that lets strangers wait (greylisting): five minutes to eight hours. */
    REFUSED_FOR_NOW(Duration.ofMinutes(5), Duration.ofHours(8)),
    /** Something on our side of the server: ten seconds to eight hours. */
    NOT_MADE(Duration.ofSeconds(10), Duration.ofHours(8)),
    /** No server to speak to: ten seconds to a minute. */
    SERVER_AWAY(Duration.ofSeconds(10), Duration.ofMinutes(1));

    private static final int MOST_DOUBLINGS = 20;
    private static final int PERCENT_BY_CHANCE = 25;
    private final Duration first;
    private final Duration longest;

    BackOff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** @param failures how many there were in a row, from 1 */
    Duration after(int failures, Randomness randomness) {
        long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long wait = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(wait + wait * randomness.below(PERCENT_BY_CHANCE * 10) / 1_000);
    }
}
