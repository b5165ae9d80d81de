package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sopan.platform.Hashes;
import org.sopan.platform.Settings;
import org.sopan.shared.DomainException;

/**
 * Slows whoever tries one serial after another. An address may check so many certificates a minute, at once if it
 * likes, and offices and phone networks share one; a serial that no certificate has counts for many, since people type
 * few and machines guess many. Each node counts for itself, the latest ten thousand addresses.
 */
@ApplicationScoped
public class VerifyThrottle {
    private static final int ADDRESSES = 10_000;
    private static final int UNKNOWN_COUNTS_FOR = 20;
    private static final int IPV6_NETWORK = 8;
    private final Clock clock;
    private final double perMinute;
    private final Map<String, Allowance> allowances = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > ADDRESSES;
        }
    };

    private record Allowance(double left, Instant asOf) {}

    @Inject
    public VerifyThrottle(Settings settings, Clock clock) {
        this.clock = clock;
        this.perMinute = settings.verificationsPerMinute();
    }

    /** Counts one check from this address; refuses with 429 when there is none left. */
    public void admit(String address) {
        Allowance now = of(address);
        if (now.left < 1) {
            throw new DomainException.TooMany("verify-throttled", (long) Math.ceil((1 - now.left) * 60 / perMinute));
        }
        take(address, 1);
    }

    /** What was asked for does not exist. */
    public void missed(String address) {
        take(address, UNKNOWN_COUNTS_FOR - 1);
    }

    private void take(String address, int number) {
        synchronized (allowances) {
            Allowance now = of(address);
            allowances.put(network(address), new Allowance(now.left - number, now.asOf));
        }
    }

    private Allowance of(String address) {
        Instant now = clock.instant();
        synchronized (allowances) {
            Allowance before = allowances.get(network(address));
            if (before == null) {
                return new Allowance(perMinute, now);
            }
            double seconds = Math.max(0, (now.toEpochMilli() - before.asOf.toEpochMilli()) / 1000.0);
            return new Allowance(Math.min(perMinute, before.left + seconds * perMinute / 60), now);
        }
    }

    /** Whoever has one address of version 6 has a whole network of them. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address.length() > 40 ? Hashes.sha256(address) : address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return Arrays.toString(Arrays.copyOf(bytes, IPV6_NETWORK));
        } catch (UnknownHostException e) {
            return Hashes.sha256(address);
        }
    }
}
