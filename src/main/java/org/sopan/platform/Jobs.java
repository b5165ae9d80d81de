package org.sopan.platform;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the jobs: each after its rest, or at once when something has just become due for it. */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());
    private final Instance<Job> jobs;
    private final Map<String, ScheduledFuture<?>> scheduled = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> running = new ConcurrentHashMap<>();

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedScheduledExecutorService executor;

    @Inject
    public Jobs(@Any Instance<Job> jobs) {
        this.jobs = jobs;
    }

    void begin(@Observes @Priority(Startup.JOBS) @Initialized(ApplicationScoped.class) Object event) {
        for (Job job : jobs) {
            long rest = job.rest().toMillis();
            scheduled.put(
                    job.name(), executor.scheduleWithFixedDelay(() -> runOnce(job), rest, rest, TimeUnit.MILLISECONDS));
        }
    }

    /** Runs the job of this name soon, without waiting for its rest to pass. */
    public void soon(String name) {
        for (Job job : jobs) {
            if (job.name().equals(name)) {
                try {
                    executor.execute(() -> runOnce(job));
                } catch (RejectedExecutionException e) {
                    LOG.log(Level.FINE, "stopping; the job runs after the next start", e);
                }
            }
        }
    }

    private void runOnce(Job job) {
        ReentrantLock lock = running.computeIfAbsent(job.name(), name -> new ReentrantLock());
        lock.lock();
        try {
            job.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "job " + job.name() + " failed and will be tried again");
        } finally {
            lock.unlock();
        }
    }

    @PreDestroy
    void end() {
        scheduled.values().forEach(task -> task.cancel(false));
    }
}
