package org.sopan.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class MovingClock extends Clock {
    /** Sunday, 22 November 2026, ten in the morning in Dhaka. */
    public static final Instant BEGIN = Instant.parse("2026-11-22T04:00:00Z");

    private volatile Instant now = BEGIN;

    public void advance(Duration by) {
        now = now.plus(by);
    }

    public void set(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
