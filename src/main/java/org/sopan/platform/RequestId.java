package org.sopan.platform;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.function.LongSupplier;

/** The id of this request, in the log and in each problem it was answered with. */
@RequestScoped
public class RequestId {
    private final String value = "urn:uuid:" + UUID.randomUUID();
    private final LongSupplier nanos;
    private long started;

    public RequestId() {
        this(System::nanoTime);
    }

    RequestId(LongSupplier nanos) {
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    public String value() {
        return value;
    }

    /** Counts the request's time from now: a bean like this one is made when it is first asked, which may be late. */
    void start() {
        started = nanos.getAsLong();
    }

    /** How long the request has taken so far, in nanoseconds. */
    long elapsed() {
        return nanos.getAsLong() - started;
    }
}
