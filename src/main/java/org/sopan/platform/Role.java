package org.sopan.platform;

import java.util.Locale;

/** What a person may do: learn, look after an institute's people, or administer the programme. */
public enum Role {
    LEARNER,
    COORDINATOR,
    ADMINISTRATOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
