package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Chance comes from here: ids, tokens, serials and the seeds of attempts. */
@ApplicationScoped
public class Randomness {
    private final SecureRandom source = new SecureRandom();

    public UUID id() {
        return UUID.randomUUID();
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
