package org.sopan.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something read from the database now and then and told from memory in between. One caller reads it anew while the
 * others are told the old; they are also told it while the database is away.
 */
final class Remembered<T> {
    private final Duration time;
    private final Clock clock;
    private final Function<@Nullable T, T> read;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Kept<T> kept;

    private record Kept<T>(T value, Instant until) {}

    /** @param read reads it; is given what was read before, or null */
    Remembered(Duration time, Clock clock, Function<@Nullable T, T> read) {
        this.time = time;
        this.clock = clock;
        this.read = read;
    }

    /** Fails as reading does, if nothing was ever read. */
    T get() {
        Kept<T> last = kept;
        if (last != null && (clock.instant().isBefore(last.until) || !reading.tryLock())) {
            return last.value;
        }
        if (last == null) {
            reading.lock();
        }
        try {
            return readAnew();
        } finally {
            reading.unlock();
        }
    }

    private T readAnew() {
        Kept<T> last = kept;
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.until)) {
            return last.value;
        }
        try {
            T value = read.apply(last == null ? null : last.value);
            kept = new Kept<>(value, now.plus(time));
            return value;
        } catch (RuntimeException e) {
            if (last == null) {
                throw e;
            }
            kept = new Kept<>(last.value, now.plus(time));
            return last.value;
        }
    }
}
