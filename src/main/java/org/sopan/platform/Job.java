package org.sopan.platform;

import java.time.Duration;

/** Work that no request waits for. Every bean of this type is run again and again; rows, not memory, say what is due. */
public interface Job {
    String name();

    /** How long to rest between two runs. */
    Duration rest();

    /** One run. A failure is logged and the next run tries again. */
    void run();
}
