package org.sopan.platform;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The id of this request, in the log and in each problem it was answered with. */
@RequestScoped
public class RequestId {
    private final String value = "urn:uuid:" + UUID.randomUUID();
    private final long startedNanos = System.nanoTime();

    public String value() {
        return value;
    }

    long startedNanos() {
        return startedNanos;
    }
}
