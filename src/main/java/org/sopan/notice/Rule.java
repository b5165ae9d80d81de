package org.sopan.notice;

import java.util.Locale;

/** Why someone is reminded. */
public enum Rule {
    DUE_SOON,
    STALLED,
    NOT_STARTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
