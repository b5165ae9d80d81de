package org.sopan.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets several acts begin at the same moment, each in its own thread, and waits for all. */
public final class AtOnce {
    private AtOnce() {}

    public static void run(Runnable... acts) {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        ExecutorService threads = Executors.newFixedThreadPool(acts.length);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable act : acts) {
                running.add(threads.submit(() -> {
                    meet(start);
                    act.run();
                }));
            }
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void meet(CyclicBarrier start) {
        try {
            start.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
