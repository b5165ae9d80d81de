package org.sopan.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may be reminded, with all that decides it.
 *
 * @param lastTold the day of the last reminder or nudge
 */
public record Recipient(
        Addressee to,
        boolean isActive,
        boolean hasSignedUp,
        boolean wishesReminders,
        @Nullable LocalDate lastTold,
        List<Situation> situations) {
    public Recipient {
        situations = List.copyOf(situations);
    }
}
