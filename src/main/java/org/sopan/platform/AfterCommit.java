package org.sopan.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Wakes jobs, and forgets what no longer holds, when the container's transaction has committed. */
@ApplicationScoped
public class AfterCommit implements Wakes, WhenCommitted {
    private final Jobs jobs;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    @SuppressWarnings("NullAway.Init")
    private TransactionSynchronizationRegistry transaction;

    @Inject
    public AfterCommit(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void afterCommit(String job) {
        if (transaction.getResource(job) != null) {
            return;
        }
        transaction.putResource(job, true);
        then(() -> jobs.soon(job));
    }

    @Override
    public void then(Runnable work) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the outcome counts
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    work.run();
                }
            }
        });
    }
}
