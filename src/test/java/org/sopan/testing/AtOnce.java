package org.sopan.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Acts of several people, or of one on two devices, that overlap. */
public final class AtOnce {
    private static final int MOST_SECONDS = 60;

    private AtOnce() {}

    /** Runs all, each in its own thread. */
    public static void run(Runnable... acts) {
        ExecutorService threads = Executors.newFixedThreadPool(acts.length);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable act : acts) {
                running.add(threads.submit(act));
            }
            running.forEach(AtOnce::await);
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Begins the second act when the first is done but not committed. The first commits as soon as the second waits for
     * it, or is through without waiting.
     */
    public static void overlap(TestDatabase database, Runnable first, Runnable second) {
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Void> through = new CompletableFuture<>();
        run(
                () -> database.run(() -> {
                    try {
                        first.run();
                    } finally {
                        done.countDown();
                    }
                    while (!through.isDone() && !database.someoneWaits()) {
                        Thread.onSpinWait();
                    }
                }),
                () -> {
                    await(done);
                    try {
                        database.run(second);
                    } finally {
                        through.complete(null);
                    }
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the first act takes too long");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Future<?> act) {
        try {
            act.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
