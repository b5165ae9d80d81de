package org.sopan.system;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again, at most for a while, at something that another process brings about. */
final class Eventually {
    private static final long STEP_NANOS = 50_000_000;

    private Eventually() {}

    static <T> T get(String what, Duration bound, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + bound.toNanos();
        while (true) {
            boolean last = System.nanoTime() >= end;
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (last) {
                throw new AssertionError("not seen within " + bound.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    static void holds(String what, Duration bound, BooleanSupplier condition) {
        get(what, bound, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }
}
