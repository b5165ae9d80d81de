package org.sopan.launch;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Once the application has named why it cannot start, what the server says about it, five times, is not written. */
public final class UntilFailure implements Filter {
    @Override
    public boolean isLoggable(LogRecord record) {
        return System.getProperty(Main.FAILURE) == null;
    }
}
