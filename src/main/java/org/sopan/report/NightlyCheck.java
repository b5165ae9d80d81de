package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Clocks;
import org.sopan.platform.Job;

/** Checks the reports once a day, in the night where the server runs through it. */
@ApplicationScoped
public class NightlyCheck implements Job {
    private static final int NOT_BEFORE = 2;
    private final CheckReports check;
    private final Clock clock;
    private volatile @Nullable LocalDate last;

    @Inject
    public NightlyCheck(CheckReports check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "report-check";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        ZonedDateTime now = clock.instant().atZone(Clocks.DHAKA);
        LocalDate today = now.toLocalDate();
        if (now.getHour() >= NOT_BEFORE && !today.equals(last)) {
            check.check();
            last = today;
        }
    }
}
