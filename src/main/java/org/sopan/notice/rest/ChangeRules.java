package org.sopan.notice.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.sopan.notice.ReminderRules;

/** All three rules, as they are to be from now on. */
public record ChangeRules(
        @NotNull @Valid DueSoon dueSoon, @NotNull @Valid After stalled, @NotNull @Valid After notStarted) {
    /** So many days before the last day. */
    public record DueSoon(
            @NotNull Boolean on, @NotNull @Size(min = 1, max = 5) List<@NotNull @Min(0) @Max(90) Integer> days) {}

    /** After so many days, and again after as many. */
    public record After(@NotNull Boolean on, @NotNull @Min(1) @Max(365) Integer days) {}

    ReminderRules rules() {
        return new ReminderRules(
                new ReminderRules.DueSoon(dueSoon.on(), dueSoon.days()),
                new ReminderRules.After(stalled.on(), stalled.days()),
                new ReminderRules.After(notStarted.on(), notStarted.days()));
    }
}
