package org.sopan.platform;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The id of this request, in the log and in each problem it was answered with. */
@RequestScoped
public class RequestId {
    private final String value = "urn:uuid:" + UUID.randomUUID();
    private long startedNanos = System.nanoTime();

    public String value() {
        return value;
    }

    /** Counts the request's time from now: a bean like this one is made when it is first asked, which may be late. */
    void start() {
        startedNanos = System.nanoTime();
    }

    long startedNanos() {
        return startedNanos;
    }
}
