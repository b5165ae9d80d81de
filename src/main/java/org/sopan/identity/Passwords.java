package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes, one lane. Two hashings run at once, since each takes its memory; the
 * rest wait up to ten seconds and are then asked to come back (503).
 */
@ApplicationScoped
public class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LENGTH = 32;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "password12",
            "password123",
            "bangladesh",
            "bangladesh1",
            "qwertyuiop",
            "sopan12345");
    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(2, true);

    /** Refuses, as 422, a password that is short or among the first to be guessed. */
    void mustBeStrong(String password) {
        int length = password.codePointCount(0, password.length());
        boolean sameLetter = password.chars().distinct().count() < 4;
        if (length < SHORTEST || length > LONGEST || sameLetter || COMMON.contains(password.toLowerCase(Locale.ROOT))) {
            throw DomainException.Invalid.refused("weak-password", new FieldError("password", "weak-password"));
        }
    }

    String hash(String password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(argon2id(password, salt));
    }

    /** Whether the password is the one of the hash. Without a hash it takes as long, and is not. */
    boolean verify(String password, @Nullable String hash) {
        String[] parts = hash == null ? new String[0] : hash.split("\\$", -1);
        if (parts.length != 6) {
            argon2id(password, new byte[16]);
            return false;
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return MessageDigest.isEqual(base64.decode(parts[5]), argon2id(password, base64.decode(parts[4])));
    }

    private byte[] argon2id(String password, byte[] salt) {
        if (!placeTaken()) {
            throw new DomainException.Unavailable("busy", 5);
        }
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(MEMORY_KIB)
                    .withIterations(PASSES)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[LENGTH];
            generator.generateBytes(
                    Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            places.release();
        }
    }

    private boolean placeTaken() {
        try {
            return places.tryAcquire(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
