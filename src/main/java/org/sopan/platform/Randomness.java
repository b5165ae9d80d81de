package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Chance comes from here: ids, tokens, serials and the seeds of attempts. */
@ApplicationScoped
public class Randomness {
    private static final int COUNTED = 12;
    private static final long VERSION = 7L << COUNTED;
    private static final long VARIANT = 1L << 63;
    private final SecureRandom source = new SecureRandom();
    private final AtomicLong latest = new AtomicLong();
    private final Clock clock;

    @Inject
    public Randomness(Clock clock) {
        this.clock = clock;
    }

    /**
     * An id that nobody guesses, of 62 random bits, and that comes after all that were made here before: UUID version 7
     * (RFC 9562), whose last twelve bits of order count. Rows that are made together so lie together in each index; with
     * ids in no order a long roster reads half the database again for each of its parts.
     */
    public UUID id() {
        long order = latest.updateAndGet(last -> Math.max(last + 1, clock.millis() << COUNTED));
        long counted = order & ((1L << COUNTED) - 1);
        return new UUID((order >>> COUNTED) << 16 | VERSION | counted, source.nextLong() >>> 2 | VARIANT);
    }

    /** A token of 256 bits, safe in an address. */
    public String token() {
        byte[] bytes = new byte[32];
        source.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Of an attempt; the one thing here that a past may determine. */
    public long seed() {
        Long told = Past.seed();
        return told == null ? source.nextLong() : told;
    }

    public int below(int bound) {
        return source.nextInt(bound);
    }
}
