package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** Time comes from here. It ticks in microseconds, since both databases round to them. */
@ApplicationScoped
public class Clocks {
    /** The zone of all calendar dates: dues, cohorts, certificates. */
    public static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

    @Produces
    @Singleton
    Clock clock() {
        return Past.of(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)));
    }
}
