package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sopan.platform.Settings;

/**
 * How many messages this node sends to one domain in a minute, so that a large provider does not take a course's
 * invitations for a flood. What is too much waits, and holds up no other domain.
 */
@ApplicationScoped
public class DomainRates {
    private static final int MOST_REMEMBERED = 1_000;
    private final int perMinute;
    private final Clock clock;
    private final Map<String, Allowance> allowances = new HashMap<>();

    @Inject
    public DomainRates(Settings settings, Clock clock) {
        this.perMinute = settings.mailPerMinute();
        this.clock = clock;
    }

    /** What is left of a domain's messages; it grows back evenly. */
    private record Allowance(double left, Instant at) {}

    /** Whether one more may go there now; if so it counts. */
    synchronized boolean take(String domain) {
        if (perMinute == 0) {
            return true;
        }
        if (allowances.size() >= MOST_REMEMBERED) {
            allowances.keySet().removeIf(each -> left(each) >= perMinute);
        }
        double left = left(domain);
        if (left < 1) {
            return false;
        }
        allowances.put(domain, new Allowance(left - 1, clock.instant()));
        return true;
    }

    /** One that was counted did not go after all. */
    synchronized void giveBack(String domain) {
        if (perMinute > 0) {
            allowances.put(domain, new Allowance(Math.min(perMinute, left(domain) + 1), clock.instant()));
        }
    }

    /** Domains to which nothing more may go now. */
    synchronized Set<String> full() {
        return allowances.keySet().stream().filter(domain -> left(domain) < 1).collect(Collectors.toUnmodifiableSet());
    }

    private double left(String domain) {
        Allowance allowance = allowances.get(domain);
        if (allowance == null) {
            return perMinute;
        }
        double seconds = Duration.between(allowance.at(), clock.instant()).toMillis() / 1_000.0;
        return Math.min(perMinute, allowance.left() + Math.max(0, seconds) * perMinute / 60);
    }
}
