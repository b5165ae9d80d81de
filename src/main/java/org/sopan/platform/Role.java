package org.sopan.platform;

import java.util.Locale;

/**
 * What a person may do: learn; assess and run the sessions of a cohort; look after an institute's people; read an
 * organization and those below it, as a director does; or administer the programme.
 */
public enum Role {
    LEARNER,
    FACILITATOR,
    COORDINATOR,
    VIEWER,
    ADMINISTRATOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
