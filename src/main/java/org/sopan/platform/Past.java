package org.sopan.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Lets a thread act some time ago: the demo gives its people a past so. For everybody else it is now. */
public final class Past {
    private static final ThreadLocal<@Nullable Duration> AGO = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable Long> SEED = new ThreadLocal<>();

    private Past() {}

    /** Runs the act as if it happened this long ago, by every clock that it is told of. */
    public static void run(Duration ago, Runnable act) {
        AGO.set(ago);
        try {
            act.run();
        } finally {
            AGO.remove();
        }
    }

    /** The same, with this for the seed of what is drawn meanwhile, so that every demo has the same past. */
    public static void run(Duration ago, long seed, Runnable act) {
        SEED.set(seed);
        try {
            run(ago, act);
        } finally {
            SEED.remove();
        }
    }

    static @Nullable Long seed() {
        return SEED.get();
    }

    /** A clock that tells the past to a thread which is in it. */
    static Clock of(Clock now) {
        return new Shifted(now);
    }

    private static final class Shifted extends Clock {
        private final Clock now;

        Shifted(Clock now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return now.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Shifted(now.withZone(zone));
        }

        @Override
        public Instant instant() {
            Duration ago = AGO.get();
            return ago == null ? now.instant() : now.instant().minus(ago);
        }
    }
}
