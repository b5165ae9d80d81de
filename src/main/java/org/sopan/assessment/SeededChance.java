package org.sopan.assessment;

import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Random;

/**
 * Chance that its seed repeats, and that nothing seen of it gives away. The four ids of one item are enough to reckon all
 * that {@code new Random(seed)} has drawn, and with it which choice stands where in the file.
 */
final class SeededChance {
    private SeededChance() {}

    static Random of(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no source of chance that a seed repeats", e);
        }
    }
}
