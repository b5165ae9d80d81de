package org.sopan.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Messages that one node has taken for itself until a moment. Whoever marks them later must still hold the token: a node
 * that slept past the moment finds that another has taken over, and leaves its hands off.
 *
 * @param token written into each row, of this claim alone
 */
public record Claim(String token, Instant until, List<UUID> ids) {
    /** How long a claim holds. A crash delays what was claimed by no more than this. */
    static final Duration LENGTH = Duration.ofMinutes(10);

    /** Longer than any line takes for one message: none is begun with less time left. */
    static final Duration ONE_MESSAGE = Duration.ofMinutes(5);

    /** So many that fetching them costs little, so few that a hold, or a crash, finds few of them. */
    static final int MOST = 100;

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Whether a message may be begun now. */
    boolean holdsForOneMore(Instant now) {
        return !now.isAfter(until.minus(ONE_MESSAGE));
    }

    Claim of(Collection<UUID> some, Instant untilThen) {
        return new Claim(token, untilThen, List.copyOf(some));
    }
}
