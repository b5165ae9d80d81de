package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what the server's jobs do soon after an act. */
final class Patience {
    private static final int TRIES = 300;
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private Patience() {}

    static void until(BooleanSupplier holds) {
        boolean held = holds.getAsBoolean();
        for (int i = 0; i < TRIES && !held; i++) {
            try {
                Thread.sleep(BETWEEN.toMillis());
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
            held = holds.getAsBoolean();
        }
        assertThat(held).isTrue();
    }
}
